import type { Cursor, Span } from './cursor.ts';
import { skipBlanks, skipStatement } from './cursor.ts';
import { functionHeader } from './function-header.ts';
import type { Import } from './import-declaration.ts';
import { readImports } from './import-declaration.ts';
import { readPackageClause } from './package-clause.ts';
import { wordAt } from './word.ts';

/** A top-level declaration that has been seen, but not read. Its span has no comments around it. */
export interface SkimmedDeclaration extends Span {
  readonly kind: 'func' | 'var' | 'const' | 'type';
  /** Of a function or method. */
  readonly name: string | undefined;
  /** The base type of a method's receiver, without pointer and type parameters. */
  readonly receiver: string | undefined;
}

/** What one pass over a file's characters shows. */
export interface Skimmed {
  /** Undefined without a package clause. */
  readonly packageName: string | undefined;
  /** Offset of the word `package`; 0 without a clause. */
  readonly packagePos: number;
  readonly imports: readonly Import[];
  readonly declarations: readonly SkimmedDeclaration[];
  /** All comments, in order. */
  readonly comments: readonly Span[];
  /** Places at the top level that are no declaration: stray statements, text after an error. */
  readonly leftovers: number;
}

interface Growing {
  readonly cursor: Cursor;
  readonly imports: Import[];
  readonly declarations: SkimmedDeclaration[];
  leftovers: number;
  /** Whether a function before may have been closed too early, so that indented text still belongs to it. */
  spilling: boolean;
}

/** Finds the declarations of a file without parsing it: in one pass, and whatever the text. */
export function skim(text: string): Skimmed {
  const cursor: Cursor = { text, at: text.startsWith('\ufeff') ? 1 : 0, comments: [] };
  const found: Growing = { cursor, imports: [], declarations: [], leftovers: 0, spilling: false };
  skipBlanks(cursor);
  const packagePos = cursor.at;
  const packageName = readPackageClause(cursor);
  while (nextItem(cursor)) readItem(found);
  return {
    packageName,
    packagePos: packageName === undefined ? 0 : packagePos,
    imports: found.imports,
    declarations: found.declarations,
    comments: cursor.comments,
    leftovers: found.leftovers,
  };
}

function nextItem(cursor: Cursor): boolean {
  skipBlanks(cursor);
  while (cursor.text[cursor.at] === ';') {
    cursor.at++;
    skipBlanks(cursor);
  }
  return cursor.at < cursor.text.length;
}

function readItem(found: Growing): void {
  const { cursor } = found;
  const word = wordAt(cursor.text, cursor.at);
  switch (word) {
    case 'import':
      cursor.at += word.length;
      found.imports.push(...readImports(cursor, () => found.leftovers++));
      return;
    case 'func':
      return readFunction(found);
    case 'var': case 'const': case 'type':
      return readGroup(found, word);
    default:
      return readLeftover(found);
  }
}

function readFunction(found: Growing): void {
  const { cursor, declarations } = found;
  const pos = cursor.at;
  const header = functionHeader(cursor.text, pos + 'func'.length);
  if (header === undefined) return readLeftover(found);
  found.spilling = false;
  declarations.push({ kind: 'func', ...header, pos, end: skipStatement(cursor) });
}

function readGroup(found: Growing, kind: 'var' | 'const' | 'type'): void {
  const { cursor, declarations } = found;
  const pos = cursor.at;
  if (found.spilling && isIndented(cursor.text, pos)) return readLeftover(found);
  found.spilling = false;
  declarations.push({ kind, name: undefined, receiver: undefined, pos, end: skipStatement(cursor) });
}

/**
 * Moves over text that is no declaration. A brace too many closes a function early and hoists the rest of its body to
 * the top level, so what is indented, or closes what is not open, is taken for a part of the function before it: that
 * function then cannot be read, and the hoisted `var` lines are no package variables.
 */
function readLeftover(found: Growing): void {
  const { cursor } = found;
  const pos = cursor.at;
  found.leftovers++;
  if (isClosing(cursor.text, pos)) cursor.at++;
  const end = Math.max(skipStatement(cursor, true), cursor.at);
  if (found.spilling || isIndented(cursor.text, pos) || isClosing(cursor.text, pos)) spill(found, end);
}

/** Takes back what is indented, and widens the function before it up to `end`. */
function spill(found: Growing, end: number): void {
  const { cursor, declarations } = found;
  found.spilling = true;
  let last = declarations.at(-1);
  while (last !== undefined && last.kind !== 'func' && isIndented(cursor.text, last.pos)) {
    declarations.pop();
    found.leftovers++;
    last = declarations.at(-1);
  }
  if (last?.kind === 'func') declarations.splice(-1, 1, { ...last, end });
}

function isIndented(text: string, at: number): boolean {
  return at > 0 && text[at - 1] !== '\n' && text[at - 1] !== '\ufeff';
}

function isClosing(text: string, at: number): boolean {
  return ')]}'.includes(text[at] ?? ' ');
}

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
  /** Places at the top level that are no declaration: stray statements, text after an error. */
  readonly leftovers: number;
}

interface Growing {
  readonly cursor: Cursor;
  /** Where a declaration ends, where its layout tells that without a look at each token. */
  readonly leap: (at: number) => number | undefined;
  readonly imports: Import[];
  readonly declarations: SkimmedDeclaration[];
  leftovers: number;
  /** Whether a function before may have been closed too early, so that indented text still belongs to it. */
  spilling: boolean;
}

/** Finds the declarations of a file without parsing it, whatever the text. */
export function skim(text: string): Skimmed {
  const quick = pass(text, leaper(text));
  // A leap that ended too early leaves a bracket over.
  return quick.leftovers === 0 ? quick : pass(text, () => undefined);
}

/** All comments of a file, in order. */
export function commentsOf(text: string): readonly Span[] {
  return pass(text, () => undefined).comments;
}

function pass(text: string, leap: Growing['leap']): Skimmed & { readonly comments: readonly Span[] } {
  const cursor: Cursor = { text, at: text.startsWith('\ufeff') ? 1 : 0, comments: [] };
  const found: Growing = { cursor, leap, imports: [], declarations: [], leftovers: 0, spilling: false };
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

/** Of each bracket that may end a line, the one that begins the next line at the margin. */
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '(': ')' };

/**
 * The end of a declaration as gofmt lays it out: a bracket ends its first line, and the first line that is not indented
 * begins with the closing one, and ends the declaration or opens the next bracket. Undefined for other layouts, and
 * where a token over several lines could hide that line.
 */
function leaper(text: string): Growing['leap'] {
  const margin = /\n[^\t\n ]/g;
  const nextRaw = nextOf(text, '`');
  const nextBlock = nextOf(text, '/*');
  return (at) => {
    for (let lineEnd = text.indexOf('\n', at); lineEnd !== -1;) {
      const closing = CLOSING[text[lineEnd - 1] ?? ''];
      if (closing === undefined) return undefined;
      margin.lastIndex = lineEnd;
      const last = (margin.exec(text)?.index ?? text.length) + 1;
      if (text[last] !== closing || nextRaw(at) < last || nextBlock(at) < last) return undefined;
      lineEnd = text.indexOf('\n', last);
      if (lineEnd === last + 1) return lineEnd;
    }
    return undefined;
  };
}

/** Where a word next stands, for offsets that only grow; the length of the text where it does not. */
function nextOf(text: string, word: string): (at: number) => number {
  let next = -1;
  return (at) => {
    if (next < at) {
      const found = text.indexOf(word, at);
      next = found === -1 ? text.length : found;
    }
    return next;
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
      for (const spec of readImports(cursor, () => found.leftovers++)) found.imports.push(spec);
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
  declarations.push({ kind: 'func', ...header, pos, end: skipDeclaration(found) });
}

function readGroup(found: Growing, kind: 'var' | 'const' | 'type'): void {
  const { cursor, declarations } = found;
  const pos = cursor.at;
  if (found.spilling && isIndented(cursor.text, pos)) return readLeftover(found);
  found.spilling = false;
  declarations.push({ kind, name: undefined, receiver: undefined, pos, end: skipDeclaration(found) });
}

function skipDeclaration({ cursor, leap }: Growing): number {
  const end = leap(cursor.at);
  if (end === undefined) return skipStatement(cursor);
  cursor.at = end;
  return end;
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

import { readFunctionHeader } from './function-header.ts';
import type { Import } from './import-declaration.ts';
import { readImports } from './import-declaration.ts';
import type { Span } from '../span.ts';
import type { Reader } from '../token/token-reader.ts';
import { isAtMargin, skipStatement } from '../token/token-reader.ts';
import * as T from '../token/token-kind.ts';
import type { Tokens } from '../token/tokens.ts';

/** A top-level declaration that has been seen, but not read. Its span has no comments around it. */
export interface OutlinedDeclaration extends Span {
  readonly kind: 'func' | 'var' | 'const' | 'type';
  /** Of a function or method. */
  readonly name: string | undefined;
  /** The base type of a method's receiver, without pointer and type parameters. */
  readonly receiver: string | undefined;
  /** Its tokens: the first, and the one behind the last. */
  readonly first: number;
  readonly last: number;
}

/** What the tokens of a file declare. */
export interface Outline {
  /** Undefined without a package clause. */
  readonly packageName: string | undefined;
  /** Offset of the word `package`; 0 without a clause. */
  readonly packagePos: number;
  readonly imports: readonly Import[];
  readonly declarations: readonly OutlinedDeclaration[];
  /** Places at the top level that are no declaration: stray statements, text after an error. */
  readonly leftovers: number;
}

interface Growing {
  readonly reader: Reader;
  readonly imports: Import[];
  readonly declarations: OutlinedDeclaration[];
  leftovers: number;
  /** Whether a function before may have been closed too early, so that indented text still belongs to it. */
  spilling: boolean;
}

/** Finds the declarations of a file without parsing it, whatever its tokens. */
export function outline(text: string, tokens: Tokens): Outline {
  const trusting: Reader = { text, tokens, at: 0, resumes: false, openEnd: false };
  const first = pass(trusting);
  // Where brackets do not match, what stands at the margin tells more than they do.
  return first.leftovers === 0 && !trusting.openEnd ? first : pass({ ...trusting, at: 0, resumes: true });
}

function pass(reader: Reader): Outline {
  const found: Growing = { reader, imports: [], declarations: [], leftovers: 0, spilling: false };
  const packageName = readPackageClause(reader);
  while (nextItem(reader)) readItem(found);
  const { imports, declarations, leftovers } = found;
  const packagePos = packageName === undefined ? 0 : (reader.tokens.starts[0] ?? 0);
  return { packageName, packagePos, imports, declarations, leftovers };
}

function readPackageClause(reader: Reader): string | undefined {
  const { text, tokens: { kinds, starts, ends } } = reader;
  if (kinds[0] !== T.PACKAGE) return undefined;
  reader.at = 1;
  if (kinds[1] !== T.IDENT) return undefined;
  reader.at = 2;
  return text.slice(starts[1], ends[1]);
}

function nextItem(reader: Reader): boolean {
  const { kinds, count } = reader.tokens;
  while (T.isSemicolon(kinds[reader.at] ?? T.ILLEGAL)) reader.at++;
  return reader.at < count;
}

function readItem(found: Growing): void {
  const { reader } = found;
  switch (reader.tokens.kinds[reader.at]) {
    case T.IMPORT:
      reader.at++;
      for (const spec of readImports(reader, () => found.leftovers++)) found.imports.push(spec);
      return;
    case T.FUNC:
      return readFunction(found);
    case T.VAR:
      return readGroup(found, 'var');
    case T.CONST:
      return readGroup(found, 'const');
    case T.TYPE:
      return readGroup(found, 'type');
    default:
      return readLeftover(found);
  }
}

function readFunction(found: Growing): void {
  const header = readFunctionHeader(found.reader);
  if (header === undefined) return readLeftover(found);
  found.spilling = false;
  found.declarations.push({ kind: 'func', ...header, ...readSpan(found.reader) });
}

function readGroup(found: Growing, kind: 'var' | 'const' | 'type'): void {
  if (found.spilling && !isAtMargin(found.reader, found.reader.at)) return readLeftover(found);
  found.spilling = false;
  found.declarations.push({ kind, name: undefined, receiver: undefined, ...readSpan(found.reader) });
}

/** Moves over a declaration. */
function readSpan(reader: Reader): Span & { readonly first: number; readonly last: number } {
  const first = reader.at;
  skipStatement(reader);
  return { pos: reader.tokens.starts[first] ?? 0, end: reader.tokens.ends[reader.at - 1] ?? 0, first, last: reader.at };
}

/**
 * Moves over text that is no declaration. A brace too many closes a function early and hoists the rest of its body to
 * the top level, so what is indented, or closes what is not open, is taken for a part of the function before it: that
 * function then cannot be read, and the hoisted `var` lines are no package variables.
 */
function readLeftover(found: Growing): void {
  const { reader } = found;
  const first = reader.at;
  found.leftovers++;
  const closes = T.isClosing(reader.tokens.kinds[first] ?? T.ILLEGAL);
  if (closes) reader.at++;
  skipStatement(reader, 'one line');
  if (reader.at === first) reader.at++;
  if (found.spilling || closes || !isAtMargin(reader, first)) spill(found);
}

/** Takes back what is indented, and widens the function before it up to where the reader is. */
function spill(found: Growing): void {
  const { reader, declarations } = found;
  found.spilling = true;
  let last = declarations.at(-1);
  while (last !== undefined && last.kind !== 'func' && !isAtMargin(reader, last.first)) {
    declarations.pop();
    found.leftovers++;
    last = declarations.at(-1);
  }
  if (last?.kind === 'func')
    declarations.splice(-1, 1, { ...last, end: reader.tokens.ends[reader.at - 1] ?? last.end, last: reader.at });
}

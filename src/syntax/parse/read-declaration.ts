import { sourceText } from '../source-text.ts';
import type { Decl, Field } from '../ast.ts';
import type { Span } from '../span.ts';
import { lower } from '../lower/lower.ts';
import type { Parser } from './parser.ts';
import { methodTypeParameters, repair } from './repair.ts';
import type { OutlinedDeclaration } from '../outline/outline.ts';
import type { Declaration } from '../source-file.ts';

/**
 * UTF-16 code units. What thousands of goroutines, tickers or channels in one function may do to each other grows with
 * the square of their number. The longest function seen in public code, which is generated, has 365,000.
 */
export const LONGEST_FUNCTION = 512 * 1024;

const trees = new WeakMap<Declaration, Decl>();

/** The tree of a declaration, with offsets in the whole file; a BadDecl where it cannot be read. Parsed once. */
export function treeOf(declaration: Declaration, parser: Parser): Decl {
  const tree = trees.get(declaration) ?? readDeclaration(parser, sourceText(declaration.file), declaration);
  trees.set(declaration, tree);
  return tree;
}

/** Parses one declaration of a file; a BadDecl where it holds a syntax error or is too much to read or to follow. */
export function readDeclaration(
  parser: Parser,
  text: string,
  { kind, pos, end }: Pick<OutlinedDeclaration, 'kind' | 'pos' | 'end'>,
): Decl {
  const bad: Decl = { kind: 'BadDecl', pos, end };
  if (kind === 'func' && end - pos > LONGEST_FUNCTION) return bad;
  const slice = text.slice(pos, end);
  const parsed = parser.parse(terminated(slice));
  switch (parsed.kind) {
    case 'tree':
      return lower(parsed.root, text, pos) ?? readRepaired(parser, text, pos, slice) ?? bad;
    case 'refused':
      return bad;
    case 'damaged':
      return readRepaired(parser, text, pos, slice) ?? bad;
  }
}

/** Alone, a declaration lacks the line end behind it, and the grammar takes `type T int` without one for damage. */
function terminated(declaration: string): string {
  return `${declaration}\n`;
}

/** A second try for what is valid Go and only the grammar does not know. */
function readRepaired(parser: Parser, text: string, pos: number, slice: string): Decl | undefined {
  const repaired = repair(slice);
  if (repaired === slice) return undefined;
  const parsed = parser.parse(terminated(repaired));
  if (parsed.kind !== 'tree') return undefined;
  const decl = lower(parsed.root, text, pos);
  const blanked = methodTypeParameters(slice);
  if (decl?.kind !== 'FuncDecl' || blanked === undefined) return decl;
  const typeParams = readTypeParameters(parser, text, { pos: pos + blanked.pos, end: pos + blanked.end });
  return typeParams && { ...decl, type: { ...decl.type, typeParams } };
}

/** Reads a bracketed list of type parameters as that of a function, where the grammar knows them. */
function readTypeParameters(parser: Parser, text: string, { pos, end }: Span): readonly Field[] | undefined {
  const head = 'func _';
  const parsed = parser.parse(terminated(`${head}${text.slice(pos, end)}()`));
  if (parsed.kind !== 'tree') return undefined;
  const decl = lower(parsed.root, text, pos - head.length);
  return decl?.kind === 'FuncDecl' ? decl.type.typeParams : undefined;
}

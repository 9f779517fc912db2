import type { Decl } from '../ast.ts';
import { lowerDecl, lowerGenDecl } from './lower-decl.ts';
import { lowerExpr } from './lower-expr.ts';
import { lowerBlock, lowerStmt } from './lower-stmt.ts';
import { lowerFuncType } from './lower-type.ts';
import type { Lowering } from './lowering.ts';
import { named } from './lowering.ts';
import type { SyntaxNode } from '../parse/tree.ts';

/**
 * Turns the tree of one declaration into the AST; undefined where the tree is not exactly one readable declaration.
 * `text` is the whole file's and `base` the offset in it that the tree calls 0.
 */
export function lower(root: SyntaxNode, text: string, base: number): Decl | undefined {
  const [node, ...others] = named(root);
  if (node === undefined || others.length > 0) return undefined;
  let damaged = false;
  const lowering: Lowering = {
    text: ({ start, end }) => text.slice(start + base, end + base),
    span: ({ start, end }) => ({ pos: start + base, end: end + base }),
    expr: (part) => lowerExpr(lowering, part),
    funcType: (part, start) => lowerFuncType(lowering, part, start),
    stmt: (part) => lowerStmt(lowering, part),
    block: (part, around) => lowerBlock(lowering, part, around),
    genDecl: (part) => lowerGenDecl(lowering, part),
    bad: (part) => {
      damaged = true;
      return { kind: 'BadExpr', ...lowering.span(part) };
    },
  };
  const decl = lowerDecl(lowering, node);
  return damaged ? undefined : decl;
}

import type { Expr } from '../ast.ts';
import type { Lowering } from './lowering.ts';
import { onlyExpr } from './lowering.ts';
import type { SyntaxNode } from '../parse/tree.ts';

/**
 * Where the parentheses open in which an expression was written: trees have none, but what follows them begins there.
 */
const opened = new WeakMap<Expr, number>();

/** What stands in parentheses. */
export function parenthesized(lowering: Lowering, node: SyntaxNode): Expr {
  const x = onlyExpr(lowering, node);
  opened.set(x, lowering.span(node).pos);
  return x;
}

/** Whether an expression was written in parentheses: a star in front may not move past them. */
export function isParenthesized(x: Expr): boolean {
  return opened.has(x);
}

/** Where an expression begins, its parentheses included. */
export function startOf(x: Expr): number {
  return opened.get(x) ?? x.pos;
}

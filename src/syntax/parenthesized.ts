import type { Expr } from './ast.ts';
import type { Lowering } from './lowering.ts';
import { onlyExpr } from './lowering.ts';
import type { SyntaxNode } from './tree.ts';

/** The expressions that were written in parentheses: trees have none, but a star in front may not move past them. */
const written = new WeakSet<Expr>();

/** What stands in parentheses. */
export function parenthesized(lowering: Lowering, node: SyntaxNode): Expr {
  const x = onlyExpr(lowering, node);
  written.add(x);
  return x;
}

/** Whether an expression was written in parentheses. */
export function isParenthesized(x: Expr): boolean {
  return written.has(x);
}

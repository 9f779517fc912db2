import type { DeclInfo } from '../model/info.ts';
import type { Expr, Node } from '../syntax/ast.ts';
import type { Cfg } from './cfg.ts';
import type { Point } from './paths.ts';
import { after, pointAt } from './paths.ts';

/**
 * The points at which control may go on once an expression has been evaluated. What the clauses of a select wait for is
 * evaluated before one of them is chosen, so that is the beginning of every other clause, and behind the own one's
 * operation. Empty where the expression stands in no node of the graph.
 */
export function evaluated(expr: Expr, cfg: Cfg, info: DeclInfo): readonly Point[] {
  const point = pointAt(cfg, expr);
  if (!point) return [];
  const others = isOperand(expr, info)
    ? cfg.blocks.filter((block) => block.succs.includes(point.block)).flatMap((head) => head.succs)
    : [];
  return [after(point), ...others.filter((block) => block !== point.block).map((block) => ({ block, index: 0 }))];
}

/** Whether an expression belongs to what a clause of a select waits for. */
function isOperand(expr: Expr, info: DeclInfo): boolean {
  let child: Node = expr;
  for (let at = info.parent(expr); at && at.kind !== 'FuncLit'; child = at, at = info.parent(at)) {
    if (at.kind === 'CommClause') return child === at.comm;
    if (at.kind === 'BlockStmt') return false;
  }
  return false;
}

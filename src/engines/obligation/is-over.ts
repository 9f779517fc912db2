import type { Expr, Stmt } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import type { Case } from './case.ts';
import { identOf } from './ident-of.ts';

/**
 * Whether a node waits until there is nothing left to release: `<-ctx.Done()` on the context that came with its cancel
 * function. The context is taken to be that one wherever its variable is named.
 */
export function isOver(node: Stmt | Expr, { acquisition: { call, info }, context: { rule } }: Case): boolean {
  const { overWhen } = rule;
  const parent = info.parent(call);
  const first = parent?.kind === 'AssignStmt' ? parent.lhs[0] : undefined;
  const companion = overWhen === undefined || !first ? undefined : identOf(first, info);
  if (!companion) return false;
  return someNode(node, (each) => {
    if (each.kind !== 'UnaryExpr' || each.op !== '<-' || each.x.kind !== 'CallExpr' || each.x.fun.kind !== 'SelectorExpr') return false;
    const { x, sel } = each.x.fun;
    return sel.name === overWhen && identOf(x, info) === companion;
  });
}

import type { Expr, Node, Stmt } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import type { Duty } from './duty.ts';
import { firstArgument } from '../find/first-argument.ts';
import { identOf } from '../hold/ident-of.ts';

/**
 * Whether a node waits until there is nothing left to release: `<-ctx.Done()` on the context that came with its cancel
 * function, or on the parent that it was made from. A context is taken to be that one wherever its variable is named.
 */
export function isOver(node: Stmt | Expr, { acquisition, context: { rule } }: Duty): boolean {
  const { call, info } = acquisition;
  const { overWhen } = rule;
  if (overWhen === undefined) return false;
  const [companion] = resultTargets(call, info);
  const contexts = [companion, firstArgument(acquisition)].map((expr) => expr && identOf(expr, info));
  let found = false;
  // A literal waits when it runs, which may be beside the function.
  walk(node, (each) => {
    if (found || each.kind === 'FuncLit') return false;
    found = isWait(each);
    return !found;
  });
  return found;

  function isWait(each: Node): boolean {
    if (
      each.kind !== 'UnaryExpr'
      || each.op !== '<-'
      || each.x.kind !== 'CallExpr'
      || each.x.fun.kind !== 'SelectorExpr'
    )
      return false;
    const { x, sel } = each.x.fun;
    const waited = sel.name === overWhen ? identOf(x, info) : undefined;
    return waited !== undefined && contexts.includes(waited);
  }
}

import type { DeclInfo } from '../../model/info.ts';
import type { DeferInLoop } from './rule.ts';
import type { CallExpr, DeferStmt, Expr, ForStmt, Node, RangeStmt } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { sameExpr } from '../../model/same-expr.ts';

/**
 * The call by which the next pass locks again what a deferred call unlocks: of the same lock in each pass, not one of
 * each element.
 */
export function deferredUnlock(
  { call }: DeferStmt,
  loop: ForStmt | RangeStmt,
  info: DeclInfo,
  { unlocks }: DeferInLoop,
): CallExpr | undefined {
  // With a key it is one lock of many, and may be given up on.
  if (call.kind !== 'CallExpr' || call.fun.kind !== 'SelectorExpr' || call.args.length > 0) return undefined;
  const { x, sel } = call.fun;
  const lock = Object.hasOwn(unlocks, sel.name) ? unlocks[sel.name] : undefined;
  // Readers may lock any number of times.
  if (lock === undefined || lock === 'RLock' || !isOutside(x, loop, info)) return undefined;
  let found: CallExpr | undefined;
  walk(loop.body, (node: Node) => {
    if (node.kind === 'FuncLit') return false;
    if (
      node.kind === 'CallExpr'
      && node.fun.kind === 'SelectorExpr'
      && node.fun.sel.name === lock
      && sameExpr(node.fun.x, x, info)
    )
      found ??= node;
    return true;
  });
  return found;
}

/** Whether an expression is made of variables from outside of the loop only: the same in each pass. */
function isOutside(expr: Expr, loop: Node, info: DeclInfo): boolean {
  if (expr.kind === 'SelectorExpr') return isOutside(expr.x, loop, info);
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  return object?.kind === 'Var' && (object.ident.pos < loop.pos || object.ident.end > loop.end || object.info !== info);
}

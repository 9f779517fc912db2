import type { DeclInfo } from '../../../../model/info.ts';
import { receivedFrom } from '../../../../model/code/received-from.ts';
import { textOf } from '../../../../model/text-of.ts';
import type { Expr, Node } from '../../../../syntax/ast.ts';
import type { Operation } from '../../channel/operation.ts';

/**
 * The timers, as written, of which each of some sends needs a value: `timer` of `case <-timer.C`. Where `timer.Stop()` says
 * true it has not fired and never will, and none of them is made.
 */
export function timersNeeded(sends: readonly Operation[]): ReadonlySet<string> {
  const [first, ...others] = sends.map(({ use: { at, info } }) => timersAround(at, info));
  return new Set([...(first ?? [])].filter((timer) => others.every((each) => each.has(timer))));
}

function timersAround(node: Node, info: DeclInfo): ReadonlySet<string> {
  const found = new Set<string>();
  for (let at = info.parent(node); at && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    const received = at.kind === 'CommClause' && at.comm ? receivedFrom(at.comm) : undefined;
    if (received?.kind === 'SelectorExpr' && received.sel.name === 'C') found.add(textOf(received.x, info));
  }
  return found;
}

/** Whether a condition with this value says that one of these timers was stopped before it fired. */
export function saysStopped(cond: Expr, value: boolean, timers: ReadonlySet<string>, info: DeclInfo): boolean {
  if (!value || timers.size === 0) return false;
  const call = cond.kind === 'Ident' ? valueOf(cond, info) : cond;
  return call?.kind === 'CallExpr' && call.fun.kind === 'SelectorExpr' && call.fun.sel.name === 'Stop'
    && timers.has(textOf(call.fun.x, info));
}

/** `stopped := timer.Stop()` */
function valueOf(ident: Expr, info: DeclInfo): Expr | undefined {
  const object = ident.kind === 'Ident' ? info.objectOf(ident) : undefined;
  return object?.kind === 'Var' && object.origin?.kind === 'value' ? object.origin.value : undefined;
}

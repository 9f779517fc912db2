import type { DeclInfo } from '../../../../model/info.ts';
import { receivedFrom } from '../../../../model/code/received-from.ts';
import { textOf } from '../../../../model/text-of.ts';
import type { Expr, Node, Stmt } from '../../../../syntax/ast.ts';
import type { Operation } from '../../channel/operation.ts';

/**
 * The timers, as written, of which each of some sends needs a value: `timer` of `case <-timer.C`. Where `timer.Stop()`
 * says true it has not fired and never will, and none of them is made.
 */
export function timersNeeded(sends: readonly Operation[]): ReadonlySet<string> {
  const [first, ...others] = sends.map(({ use: { at, info } }) => timersAround(at, info));
  return new Set([...(first ?? [])].filter((timer) => others.every((each) => each.has(timer))));
}

/** The timers, as written, that each of some sends has stopped before they fired: `if timer.Stop() { answer <- v }`. */
export function timersStopped(sends: readonly Operation[]): ReadonlySet<string> {
  const [first, ...others] = sends.map(({ use: { at, info } }) => stopsAround(at, info));
  return new Set([...(first ?? [])].filter((timer) => others.every((each) => each.has(timer))));
}

function stopsAround(node: Node, info: DeclInfo): ReadonlySet<string> {
  const found = new Set<string>();
  for (let inside = node, at = info.parent(node); at && at.kind !== 'FuncDecl'; inside = at, at = info.parent(at)) {
    const call = at.kind === 'IfStmt' && at.body === inside ? stopCall(at.cond, info) : undefined;
    if (call) found.add(call);
  }
  return found;
}

/** Whether a node is the clause, or the statement, that has received from one of these timers: then it has fired. */
export function hasFired(node: Stmt | Expr, timers: ReadonlySet<string>, info: DeclInfo): boolean {
  const received = timers.size > 0 ? receivedFrom(node) : undefined;
  return received?.kind === 'SelectorExpr' && received.sel.name === 'C' && timers.has(textOf(received.x, info));
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
  const timer = stopCall(cond, info);
  return timer !== undefined && timers.has(timer);
}

/**
 * The timer, as written, of which a condition says whether it was stopped: `timer.Stop()`, or a variable that holds the
 * answer.
 */
function stopCall(cond: Expr, info: DeclInfo): string | undefined {
  const call = cond.kind === 'Ident' ? valueOf(cond, info) : cond;
  const isStop = call?.kind === 'CallExpr' && call.fun.kind === 'SelectorExpr' && call.fun.sel.name === 'Stop';
  return isStop && call.fun.kind === 'SelectorExpr' ? textOf(call.fun.x, info) : undefined;
}

/** `stopped := timer.Stop()` */
function valueOf(ident: Expr, info: DeclInfo): Expr | undefined {
  const object = ident.kind === 'Ident' ? info.objectOf(ident) : undefined;
  return object?.kind === 'Var' && object.origin?.kind === 'value' ? object.origin.value : undefined;
}

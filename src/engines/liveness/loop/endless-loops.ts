import type { Declaration } from '../../../syntax/source-file.ts';
import { isEndlessLoop } from '../../../syntax/outline/loop-header.ts';
import { hasNameLike } from '../../../syntax/token/names-like.ts';
import { hasKind } from '../../../syntax/token/token-range.ts';
import { ARROW, FOR } from '../../../syntax/token/token-kind.ts';
import type { BranchStmt, CallExpr, Expr, ForStmt, Node } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import { replace } from '../../../edits/replace.ts';
import type { Fact } from '../../../findings/fact.ts';
import type { Fix } from '../../../findings/finding.ts';
import { step } from '../../../findings/step.ts';
import { assignmentsOf } from '../../../model/code/assignment.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { shownText, textOf } from '../../../model/text-of.ts';
import { lineOf } from '../../../model/line-of.ts';
import { holderAt } from '../channel/channel.ts';
import { channelUses } from '../channel/channel-uses.ts';
import type { Context } from '../context.ts';
import type { IgnoredDone } from './ignored-done.ts';
import { ignoredDone } from './ignored-done.ts';
import { canLeave } from './loop-exit.ts';
import { repeatedStart } from '../start/repeated-start.ts';
import { siteOf, startSteps } from '../site.ts';
import { stoppedTicker } from './stopped-ticker.ts';
import { isTimeChannel } from '../channel/time-channel.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';

/** The loops without a way out: those that do not heed their done channel, and those that a goroutine runs for ever. */
export function endlessLoops(context: Context): readonly Verdict[] {
  return context.model.declarations(mayHold).flatMap((info) => loopsIn(info).flatMap((loop) => judge(loop, info, context) ?? []));
}

/** Names of functions that may not come back, in whatever package. */
const mayEndProcess = /(?:exit|fatal|panic|die|abort|must)\w*$/i;

/** Names of what may wait: `Sleep`, `Wait`, `WaitFor…`; `Accept`, `Read`, `Recv…`, whose error says that nothing more comes. */
const waiting = /^(?:Sleep$|Wait|Accept|Read|Recv)/;

/** A loop without a condition, and something to wait for. */
function mayHold(declaration: Declaration): boolean {
  return hasKind(declaration, FOR, isEndlessLoop) && (hasKind(declaration, ARROW) || hasNameLike(declaration, waiting));
}

/** The loops without a condition, the outer before the inner ones. */
function loopsIn(info: DeclInfo): readonly ForStmt[] {
  const found: ForStmt[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'ForStmt' && isEndless(node)) found.push(node);
  });
  return found;
}

function isEndless({ cond }: ForStmt): boolean {
  return cond === undefined || (cond.kind === 'Ident' && cond.name === 'true');
}

function judge(loop: ForStmt, info: DeclInfo, context: Context): Verdict | undefined {
  const ignored = ignoredDone(loop, info, context.cfgs, context.model);
  if (ignored) return ignoredVerdict(ignored, loop, info);
  if (canLeave(loop.body, loop, info, context.cfgs) || endsByPanic(loop, info, context)) return undefined;
  const wait = waitIn(loop, info, context);
  const waits = wait ?? readIn(loop, info);
  const func = waits && info.enclosingFunc(loop);
  const start = func && repeatedStart(func, info, context);
  if (!waits || !start) return undefined;
  const stop = waits.kind === 'UnaryExpr' ? stoppedTicker(waits.x, info, context) : undefined;
  return {
    at: loop,
    info,
    fact: {
      kind: 'endless-loop',
      waits: shownText(waits.kind === 'CallExpr' ? waits.fun : waits, info),
      started: siteOf(start.node, start.info, info),
      stopped: stop && siteOf(stop.at, stop.info, info),
      reads: wait === undefined,
    },
    evidence: { ...restingOn(...(wait && isCertain(wait, info, context) ? [] : ['meant-to-end' as const])), ways: 'all' },
    steps: [...startSteps(start), step('waits', waits, info)],
  };
}

/** Whether the goroutine recovers from panics, and comes to one: it sends on a channel that somebody closes. */
function endsByPanic(loop: ForStmt, info: DeclInfo, { model }: Context): boolean {
  const func = info.enclosingFunc(loop);
  const recovers = func?.body?.list.some((stmt) => stmt.kind === 'DeferStmt' && someNode(stmt, (node) =>
    node.kind === 'CallExpr' && node.fun.kind === 'Ident' && node.fun.name === 'recover'));
  return recovers === true && someNode(loop.body, (node) => {
    const holder = node.kind === 'SendStmt' ? holderAt(node.chan, info, model) : undefined;
    return holder !== undefined && channelUses(holder, model).uses.some(({ kind }) => kind === 'closed');
  });
}

/** Whether to wait like this for ever is not what is meant: a handler of signals is mostly meant to live as long as the process. */
function isCertain(wait: Expr, info: DeclInfo, { model }: Context): boolean {
  if (wait.kind === 'CallExpr') return isSleep(wait.fun);
  const holder = wait.kind === 'UnaryExpr' ? holderAt(wait.x, info, model) : undefined;
  return holder?.kind !== 'variable' || !channelUses(holder, model).uses.some((use) => use.kind === 'registered');
}

/** What the loop waits for in each pass, outside of function literals; undefined where an inner loop holds it for ever. */
function waitIn(loop: ForStmt, info: DeclInfo, { model, cfgs }: Context): Expr | undefined {
  const inner = (node: Node): boolean =>
    node !== loop && ((node.kind === 'ForStmt' && isEndless(node)) || (node.kind === 'RangeStmt' && isTimeChannel(node.x, info, model)))
    && !canLeave(node.body, node, info, cfgs);
  if (someNode(loop, inner)) return undefined;
  let found: Expr | undefined;
  walk(loop, (node) => {
    if (found || node.kind === 'FuncLit' || node.kind === 'GoStmt' || node.kind === 'DeferStmt') return false;
    if (node.kind === 'UnaryExpr' && node.op === '<-') found = node;
    if (node.kind === 'CallExpr' && (isSleep(node.fun) || isWaitMethod(node.fun, info))) found = node;
    return true;
  });
  return found;
}

/** A call that reads from outside and gives an error as well, which the loop may test but does not leave for. */
function readIn(loop: ForStmt, info: DeclInfo): Expr | undefined {
  if (someNode(loop.body, (node) => node.kind === 'CallExpr' && mayEndProcess.test(textOf(node.fun, info)))) return undefined;
  const reads = loop.body.list.flatMap(assignmentsOf).flatMap(({ targets, values }): readonly CallExpr[] => {
    const [call] = values.length === 1 && targets.length > 1 ? values : [];
    if (call?.kind !== 'CallExpr' || call.fun.kind !== 'SelectorExpr') return [];
    const last = targets.at(-1);
    return /^(?:Accept|Read|Recv)/.test(call.fun.sel.name) && last && isErrorLike(last, loop, info) ? [call] : [];
  });
  return reads[0];
}

/** Whether a result is dropped, or compared with nil in the loop: the last one of a call that reads is its error then. */
function isErrorLike(result: Expr, loop: ForStmt, info: DeclInfo): boolean {
  if (result.kind !== 'Ident' || result.name === '_') return result.kind === 'Ident';
  const object = info.objectOf(result);
  return object?.kind === 'Var' && info.usesOf(object).some((ident) => {
    const test = ident.pos >= loop.pos && ident.end <= loop.end ? info.parent(ident) : undefined;
    return test?.kind === 'BinaryExpr' && test.y.kind === 'Ident' && test.y.name === 'nil';
  });
}

/** `time.Sleep`, `clock.Sleep`. */
function isSleep(fun: Expr): boolean {
  return fun.kind === 'SelectorExpr' && fun.sel.name === 'Sleep';
}

/** Methods that wait: `cond.Wait()`, `conn.WaitForStateChange(ctx, state)`; functions of that name wait for the system. */
function isWaitMethod(fun: Expr, info: DeclInfo): boolean {
  if (fun.kind !== 'SelectorExpr' || !/^Wait(?:$|For\p{Lu})/u.test(fun.sel.name)) return false;
  return fun.x.kind !== 'Ident' || info.objectOf(fun.x)?.kind === 'Var';
}

function ignoredVerdict({ clause, swallowed }: IgnoredDone, loop: ForStmt, info: DeclInfo): Verdict {
  const at = swallowed ?? clause;
  const fact: Fact = {
    kind: 'ignored-done',
    clause: `case ${textOf(clause.comm ?? clause, info)}`,
    by: swallowed ? 'break' : 'nothing',
    line: lineOf(at.pos, info),
  };
  const fix = swallowed && returnInstead(swallowed, loop, info);
  return { at: loop, info, fact, evidence: { ...restingOn(), ways: 'all' }, steps: [step('clause', at, info)], fix };
}

/** A return in the place of the break: the same as leaving the loop where the loop is the last statement and there is nothing to return. */
function returnInstead(swallowed: BranchStmt, loop: ForStmt, info: DeclInfo): Fix | undefined {
  const func = info.enclosingFunc(loop);
  if (!func?.body || func.type.results.length > 0 || func.body.list[func.body.list.length - 1] !== loop) return undefined;
  const edit = replace(swallowed.pos, swallowed.end, 'return', info);
  return edit && { kind: 'return', edits: [edit] };
}

import type { CallExpr, Expr, ForStmt, Node } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { assignmentsOf } from '../../../model/code/assignment.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { holderAt } from '../channel/channel.ts';
import { channelUses } from '../channel/channel-uses.ts';
import type { Context } from '../context.ts';
import { isTimeChannel } from '../channel/time-channel.ts';
import { canLeave } from './loop-exit.ts';
import { calledName } from '../../../syntax/last-word.ts';

/** What a loop waits for in each pass. */
export interface LoopWait {
  /** The operation in the loop: a receive, or a call. */
  readonly expr: Expr;
  /** Whether it reads from outside, and ends with an error when that is closed. */
  readonly reads: boolean;
  /** Whether to wait like this for ever is not what is meant. */
  readonly isCertain: boolean;
}

/**
 * What a loop waits for, outside of function literals; undefined where nothing shows, or where an inner loop holds it
 * for ever.
 */
export function loopWait(loop: ForStmt, info: DeclInfo, context: Context): LoopWait | undefined {
  return isHeldInside(loop, info, context) ? readIn(loop, info) : waitIn(loop, info, context) ?? readIn(loop, info);
}

/** Whether a loop has no condition. */
export function isEndless({ cond }: ForStmt): boolean {
  return cond === undefined || (cond.kind === 'Ident' && cond.name === 'true');
}

function isHeldInside(loop: ForStmt, info: DeclInfo, { model, cfgs }: Context): boolean {
  return someNode(
    loop,
    (node) =>
      node !== loop
      && ((node.kind === 'ForStmt' && isEndless(node))
        || (node.kind === 'RangeStmt' && isTimeChannel(node.x, info, model)))
      && !canLeave(node.body, node, info, cfgs),
  );
}

/**
 * The first operation that waits; a function of the package that is called only counts where the loop itself has none.
 */
function waitIn(loop: ForStmt, info: DeclInfo, context: Context): LoopWait | undefined {
  let own: LoopWait | undefined;
  const calls: CallExpr[] = [];
  walk(loop, (node) => {
    if (own || isElsewhere(node)) return false;
    own = waitAt(node, info, context);
    if (node.kind === 'CallExpr') calls.push(node);
    return true;
  });
  if (own) return own;
  for (const call of calls) {
    const wait = waitOfCallee(call, info, context);
    if (wait) return { ...wait, expr: call };
  }
  return undefined;
}

function isElsewhere(node: Node): boolean {
  return node.kind === 'FuncLit' || node.kind === 'GoStmt' || node.kind === 'DeferStmt';
}

function waitAt(node: Node, info: DeclInfo, context: Context): LoopWait | undefined {
  if (node.kind === 'UnaryExpr' && node.op === '<-')
    return { expr: node, reads: false, isCertain: !isOfSignals(node.x, info, context) };
  if (node.kind !== 'CallExpr') return undefined;
  if (isSleep(node.fun)) return { expr: node, reads: false, isCertain: true };
  return isWaitMethod(node.fun, info)
    ? { expr: node, reads: false, isCertain: isCondition(node, info, context) }
    : undefined;
}

/** What a function of the package waits for, outside of function literals. */
function waitOfCallee(call: CallExpr, info: DeclInfo, context: Context): LoopWait | undefined {
  const callee = calleeOf(call, info, context.model);
  const where = callee?.kind === 'Func' ? context.model.infoOf(callee.func) : undefined;
  const body = where?.decl.kind === 'FuncDecl' ? where.decl.body : undefined;
  let found: LoopWait | undefined;
  if (where && body) {
    walk(body, (node) => {
      if (found || isElsewhere(node)) return false;
      found = waitAt(node, where, context);
      return true;
    });
  }
  return found;
}

/** A handler of signals is mostly meant to live as long as the process. */
function isOfSignals(channel: Expr, info: DeclInfo, { model }: Context): boolean {
  const holder = holderAt(channel, info, model);
  return holder?.kind === 'variable' && channelUses(holder, model).uses.some((use) => use.kind === 'registered');
}

/** `time.Sleep`, `clock.Sleep`. */
function isSleep(fun: Expr): boolean {
  return fun.kind === 'SelectorExpr' && fun.sel.name === 'Sleep';
}

/**
 * Methods that wait: `cond.Wait()`, `conn.WaitForStateChange(ctx, state)`; functions of that name wait for the system.
 */
function isWaitMethod(fun: Expr, info: DeclInfo): boolean {
  if (fun.kind !== 'SelectorExpr' || !/^Wait(?:$|For\p{Lu})/u.test(fun.sel.name)) return false;
  return fun.x.kind !== 'Ident' || info.objectOf(fun.x)?.kind === 'Var';
}

function isCondition(call: CallExpr, info: DeclInfo, { model }: Context): boolean {
  const callee = calleeOf(call, info, model);
  return callee?.kind === 'Foreign' && /^\(\*?sync\.Cond\)\.Wait$/.test(callee.name);
}

/** Names of functions that may not come back, in whatever package. */
const mayEndProcess = /(?:exit|fatal|panic|die|abort|must)\w*$/i;

/** A call that reads from outside and gives an error as well, which the loop may test but does not leave for. */
function readIn(loop: ForStmt, info: DeclInfo): LoopWait | undefined {
  if (someNode(loop.body, (node) => node.kind === 'CallExpr' && mayEndProcess.test(calledName(node))))
    return undefined;
  const reads = loop.body.list.flatMap(assignmentsOf).flatMap(({ targets, values }): readonly CallExpr[] => {
    const [call] = values.length === 1 && targets.length > 1 ? values : [];
    if (call?.kind !== 'CallExpr' || call.fun.kind !== 'SelectorExpr') return [];
    const last = targets.at(-1);
    return /^(?:Accept|Read|Recv)/.test(call.fun.sel.name) && last && isErrorLike(last, loop, info) ? [call] : [];
  });
  const [expr] = reads;
  return expr && { expr, reads: true, isCertain: false };
}

/**
 * Whether a result is dropped, or compared with nil in the loop: the last one of a call that reads is its error then.
 */
function isErrorLike(result: Expr, loop: ForStmt, info: DeclInfo): boolean {
  if (result.kind !== 'Ident' || result.name === '_') return result.kind === 'Ident';
  const object = info.objectOf(result);
  return object?.kind === 'Var' && info.usesOf(object).some((ident) => {
    const test = ident.pos >= loop.pos && ident.end <= loop.end ? info.parent(ident) : undefined;
    return test?.kind === 'BinaryExpr' && test.y.kind === 'Ident' && test.y.name === 'nil';
  });
}

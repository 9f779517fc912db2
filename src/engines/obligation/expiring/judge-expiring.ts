import { constantDuration } from '../../../model/code/constant-duration.ts';
import type { Expr, Node } from '../../../syntax/ast.ts';
import type { Var } from '../../../model/info.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { firstArgument } from '../find/first-argument.ts';
import { droppedField } from '../field/dropped-field.ts';
import { identOf } from '../hold/ident-of.ts';
import { judgeVariable } from '../judge/judge-variable.ts';
import { pendingEachPass } from './pending-each-pass.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';
import { lastWord } from '../../../syntax/last-word.ts';
import { someNode } from '../../../syntax/walk.ts';

/**
 * Judges a resource that ends by itself, as a timer does when it fires: one that is left behind is gone soon, so only
 * those count that a loop leaves behind in each pass, and those that take `hours` or more.
 */
export function judgeExpiring(acquisition: Acquisition, hours: number, context: Context): Verdict | undefined {
  const { call, info } = acquisition;
  const func = info.enclosingFunc(call);
  if (!func || runsOnce(func, info, context.model)) return undefined;
  const outer = useOf(call, info);
  if (context.rule.held === 'channel' && outer.kind === 'stored' && outer.target.kind === 'SelectorExpr')
    return droppedField(acquisition, outer.target, context);
  const value = valueOf(acquisition, context);
  if (!value) return undefined;
  const pending = pendingEachPass(acquisition, func, value.holder, context);
  if (pending) return pending;
  const isLasting = isLong(firstArgument(acquisition), hours, acquisition);
  const verdict = value.holder && isLasting ? judgeVariable(acquisition, value.holder, context) : undefined;
  return verdict && restingOn(verdict, 'lasting');
}

/**
 * What is received from: the variable that holds the resource or its channel, or, without one, the call itself.
 * Undefined where it goes out of sight.
 */
function valueOf({ call, info }: Acquisition, { rule }: Context): { readonly holder: Var | undefined } | undefined {
  const outer = useOf(call, info);
  const use = outer.kind === 'selected' && rule.uses.includes(outer.name) ? useOf(outer.selector, info) : outer;
  if (use.kind === 'received') return { holder: undefined };
  const holder = use.kind === 'stored' ? identOf(use.target, info) : undefined;
  return holder?.role === 'local' && holder.func === info.enclosingFunc(call) ? { holder } : undefined;
}

/** Whether a duration is written as one that nobody waits for: hours, or the longest there is. */
function isLong(duration: Expr | undefined, hours: number, { info }: Acquisition): boolean {
  if (!duration) return false;
  const value = constantDuration(duration, info);
  return value === undefined ? someNode(duration, isLongest) : value >= hours * 3600e9;
}

/** `math.MaxInt64`, `1<<63 - 1`. */
function isLongest(node: Node): boolean {
  if (node.kind === 'BinaryExpr') return node.op === '<<' && node.y.kind === 'BasicLit' && node.y.value === '63';
  return lastWord(node) === 'MaxInt64';
}

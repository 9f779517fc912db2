import type { BranchStmt, Expr, ForStmt, Node } from '../../syntax/ast.ts';
import { someNode, walk } from '../../syntax/walk.ts';
import { replace } from '../../edits/replace.ts';
import type { Fact, Fix } from '../../findings/finding.ts';
import { step } from '../../findings/step.ts';
import type { DeclInfo } from '../../model/info.ts';
import { textOf } from '../../model/text-of.ts';
import { lineOf } from '../../model/line-of.ts';
import type { Context } from './context.ts';
import type { IgnoredDone } from './ignored-done.ts';
import { ignoredDone } from './ignored-done.ts';
import { canLeave } from './loop-exit.ts';
import { repeatedStart } from './repeated-start.ts';
import { siteOf, startSteps } from './site.ts';
import { isTimeChannel } from './time-channel.ts';
import type { Verdict } from './verdict.ts';

/** The loops without a way out: those that do not heed their done channel, and those that a goroutine runs for ever. */
export function endlessLoops(context: Context): readonly Verdict[] {
  return context.model.declarations(mayHold).flatMap((info) => loopsIn(info).flatMap((loop) => judge(loop, info, context) ?? []));
}

/** Asked before a declaration is parsed: a loop without a condition, and something to wait for. */
function mayHold(text: string): boolean {
  return /\bfor\s*\{|\bfor\b[^{\n]*;\s*(?:true\s*)?;|\bfor\s+true\b/.test(text) && /<-|Sleep\b/.test(text);
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
  const waits = canLeave(loop.body, loop, info, context.cfgs) ? undefined : waitIn(loop, info, context);
  const func = waits && info.enclosingFunc(loop);
  const start = func && repeatedStart(func, info, context.model);
  if (!waits || !start) return undefined;
  return {
    at: loop,
    info,
    fact: { kind: 'endless-loop', waits: textOf(waits.kind === 'CallExpr' ? waits.fun : waits, info), started: siteOf(start.node, start.info, info) },
    level: 'warning',
    confidence: 'high',
    steps: [...startSteps(start), step('waits', waits, info)],
  };
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
    if (node.kind === 'CallExpr' && isSleep(node.fun)) found = node;
    return true;
  });
  return found;
}

/** `time.Sleep`, `clock.Sleep`. */
function isSleep(fun: Expr): boolean {
  return fun.kind === 'SelectorExpr' && fun.sel.name === 'Sleep';
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
  return { at: loop, info, fact, level: 'error', confidence: 'high', steps: [step('clause', at, info)], fix };
}

/** A return in the place of the break: the same as leaving the loop where the loop is the last statement and there is nothing to return. */
function returnInstead(swallowed: BranchStmt, loop: ForStmt, info: DeclInfo): Fix | undefined {
  const func = info.enclosingFunc(loop);
  if (!func?.body || func.type.results.length > 0 || func.body.list[func.body.list.length - 1] !== loop) return undefined;
  const edit = replace(swallowed.pos, swallowed.end, 'return', info);
  return edit && { kind: 'return', edits: [edit] };
}

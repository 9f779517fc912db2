import type { Declaration } from '../../../syntax/source-file.ts';
import { endlessLoopAt, isEndlessLoop } from '../../../syntax/outline/loop-header.ts';
import { hasNameLike } from '../../../syntax/token/names-like.ts';
import type { TokenRange } from '../../../syntax/token/token-range.ts';
import { hasKind, kindIn } from '../../../syntax/token/token-range.ts';
import { ARROW, FOR, IDENT } from '../../../syntax/token/token-kind.ts';
import { isCalled } from '../../../syntax/token/token-place.ts';
import type { BranchStmt, ForStmt } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import { replace } from '../../../edits/replace.ts';
import type { Fact } from '../../../findings/fact.ts';
import type { Fix } from '../../../findings/finding.ts';
import { step } from '../../../findings/step.ts';
import type { DeclInfo, PackageModel } from '../../../model/info.ts';
import { shownText, textOf } from '../../../model/text-of.ts';
import { lineOf } from '../../../model/line-of.ts';
import { holderAt } from '../channel/channel.ts';
import { channelUses } from '../channel/channel-uses.ts';
import type { Context } from '../context.ts';
import type { IgnoredDone } from './ignored-done.ts';
import { ignoredDone } from './ignored-done.ts';
import { canLeave } from './loop-exit.ts';
import { lateLook } from './late-look.ts';
import { isEndless, loopWait } from './loop-wait.ts';
import { endsWithProcessOnly, outlivesStarter } from './process-exit.ts';
import { repeatedStart } from '../start/repeated-start.ts';
import { siteOf, startSteps } from '../site.ts';
import { stoppedTicker } from './stopped-ticker.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';

/** The loops without a way out: those that do not heed their done channel, and those that a goroutine runs for ever. */
export function endlessLoops(context: Context): readonly Verdict[] {
  const { model } = context;
  return model.declarations((declaration) => mayHold(declaration, model))
    .flatMap((info) => loopsIn(info).flatMap((loop) => judge(loop, info, context) ?? []));
}

/**
 * Names of what may wait: `Sleep`, `Wait`, `WaitFor…`; `Accept`, `Read`, `Recv…`, whose error says that nothing more
 * comes.
 */
const waiting = /^(?:Sleep$|Wait|Accept|Read|Recv)/;

/**
 * A loop without a condition, and in it something to wait for, there or in a function of the package that is called.
 */
function mayHold(declaration: Declaration, model: PackageModel): boolean {
  const { tokens, first, last } = declaration;
  // What a loop in another one waits for stands in that, too: each token is looked at once.
  for (let at = kindIn(declaration, FOR, first); at !== -1; ) {
    if (!isEndlessLoop(tokens, at)) {
      at = kindIn(declaration, FOR, at + 1);
      continue;
    }
    const loop = endlessLoopAt(tokens, at, last);
    if (mayWait(loop) || callsWaiting(loop, model)) return true;
    at = kindIn(declaration, FOR, Math.max(loop.last, at + 1));
  }
  return false;
}

function mayWait(range: TokenRange): boolean {
  return hasKind(range, ARROW) || hasNameLike(range, waiting);
}

function callsWaiting(loop: TokenRange, model: PackageModel): boolean {
  const { tokens } = loop;
  return hasKind(loop, IDENT, (_, at) => isCalled(tokens, at)
    && model.functionsNamed(tokens.names.word(tokens.ids[at] ?? -1)).some((func) => mayWait(func.declaration)));
}

/** The loops without a condition, the outer before the inner ones. */
function loopsIn(info: DeclInfo): readonly ForStmt[] {
  const found: ForStmt[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'ForStmt' && isEndless(node)) found.push(node);
  });
  return found;
}

function judge(loop: ForStmt, info: DeclInfo, context: Context): Verdict | undefined {
  const ignored = ignoredDone(loop, info, context.cfgs, context.model);
  if (ignored) return ignoredVerdict(ignored, loop, info);
  return withoutWayOut(loop, info, context) ?? lookingLate(loop, info, context);
}

/** Where a loop is told to stop while it waits for a connection, and nothing wakes it. */
function lookingLate(loop: ForStmt, info: DeclInfo, context: Context): Verdict | undefined {
  const late = lateLook(loop, info, context);
  const func = late && info.enclosingFunc(loop);
  const start = func && repeatedStart(func, info, context);
  if (!late || !start) return undefined;
  return {
    at: loop,
    info,
    fact: {
      kind: 'looks-between',
      waits: shownText(late.accept.fun, info),
      look: shownText(late.look, info),
      line: lineOf(late.look.pos, info),
    },
    evidence: restingOn('meant-to-end'),
    steps: [...startSteps(start), step('clause', late.look, info), step('waits', late.accept, info)],
  };
}

function withoutWayOut(loop: ForStmt, info: DeclInfo, context: Context): Verdict | undefined {
  const leaves = canLeave(loop.body, loop, info, context.cfgs);
  if ((leaves && !endsWithProcessOnly(loop, info, context)) || endsByPanic(loop, info, context)) return undefined;
  const wait = loopWait(loop, info, context);
  const func = wait && info.enclosingFunc(loop);
  const start = func && repeatedStart(func, info, context);
  if (!wait || !start || (leaves && !(wait.isCertain && outlivesStarter(start, func, info, context)))) return undefined;
  const { expr } = wait;
  const stop = expr.kind === 'UnaryExpr' ? stoppedTicker(expr.x, info, context) : undefined;
  return {
    at: loop,
    info,
    fact: {
      kind: 'endless-loop',
      waits: shownText(expr.kind === 'CallExpr' ? expr.fun : expr, info),
      started: siteOf(start.node, start.info, info),
      stopped: stop && siteOf(stop.at, stop.info, info),
      reads: wait.reads,
      exits: leaves,
    },
    evidence: { ...restingOn(...(wait.isCertain ? [] : ['meant-to-end' as const])), ways: 'all' },
    steps: [...startSteps(start), step('waits', expr, info)],
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

/**
 * A return in the place of the break: the same as leaving the loop where the loop is the last statement and there is
 * nothing to return.
 */
function returnInstead(swallowed: BranchStmt, loop: ForStmt, info: DeclInfo): Fix | undefined {
  const func = info.enclosingFunc(loop);
  if (!func?.body || func.type.results.length > 0 || func.body.list[func.body.list.length - 1] !== loop)
    return undefined;
  const edit = replace(swallowed.pos, swallowed.end, 'return', info);
  return edit && { kind: 'return', edits: [edit] };
}

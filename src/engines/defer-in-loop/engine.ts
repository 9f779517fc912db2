import type { Evidence } from '../../findings/evidence.ts';
import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { step } from '../../findings/step.ts';
import { functionCfgs } from '../../flow/function-cfg.ts';
import { goesOn } from '../../flow/loop-often.ts';
import { after, findPaths, pointAt } from '../../flow/paths.ts';
import type { DeclInfo } from '../../model/info.ts';
import { helpsTests } from '../../model/helps-tests.ts';
import { runsOnce } from '../../model/code/lifetime.ts';
import { lineOf } from '../../model/line-of.ts';
import { loopAround } from '../../model/code/loop-around.ts';
import { isConfigured } from '../../model/names/configured-name.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { isShortLoop } from '../../model/code/short-loop.ts';
import { shownText } from '../../model/text-of.ts';
import type { DeferInLoop } from './rule.ts';
import type { DeferStmt, Expr, ForStmt, Node, RangeStmt } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { DeferContext } from './defer-context.ts';
import { deferredRelease } from './deferred-release.ts';
import { deferredUnlock } from './deferred-unlock.ts';
import { defersInLoop } from '../../syntax/outline/defers-in-loop.ts';
import { isOnlyOnce } from './only-once.ts';

type Loop = ForStmt | RangeStmt;

/** The defer statements of a package that a loop comes round to again, where what piles up is worth a word. */
export function deferredInLoops(rule: DeferInLoop, model: PackageModel): readonly Draft[] {
  const context: DeferContext = { rule, model, cfgs: functionCfgs(model) };
  return model.declarations(defersInLoop, ({ source }) => source.mayHold('defer')).filter(({ file }) => file.report)
    .filter(({ file }) => !helpsTests(file.source))
    .flatMap((info) => defersIn(info).flatMap(({ defer, loop }) => judge(defer, loop, info, context)));
}

/** The defer statements that have a loop around them within their function. */
function defersIn(info: DeclInfo): readonly { readonly defer: DeferStmt; readonly loop: Loop }[] {
  const found: { defer: DeferStmt; loop: Loop }[] = [];
  walk(info.decl, (node) => {
    const loop = node.kind === 'DeferStmt' ? loopAround(node, info) : undefined;
    if (node.kind === 'DeferStmt' && loop) found.push({ defer: node, loop });
  });
  return found;
}

function judge(defer: DeferStmt, loop: Loop, info: DeclInfo, context: DeferContext): readonly Draft[] {
  const { rule, model } = context;
  if (!comesRound(defer, defer, loop, info, context) || isOnlyOnce(defer, loop, info)) return [];
  const endless = unboundedAround(defer, loop, info, context);
  const line = lineOf(loop.pos, info);
  const call = shown(defer, info);
  const unlock = deferredUnlock(defer, loop, info, rule);
  if (unlock) {
    const fact = { kind: 'unlock-deferred-in-loop', call, lock: shownText(unlock.fun, info), line } as const;
    return [draft(fact, { ...plainEvidence, ways: 'all' }, [step('locks', unlock, info), step('loop', loop, info)])];
  }
  const { from, until } = deferredRelease(defer, loop, info, context);
  if (until === 'end') return [];
  // A context ends at its deadline; the deferred calls of a loop that goes on pile up all the same.
  const relief = until === 'drained' || (until === 'deadline' && !endless) ? until : undefined;
  if (endless) {
    const fact = {
      kind: 'deferred-in-loop',
      call,
      line: lineOf(endless.pos, info),
      loop: endless.kind === 'RangeStmt' ? 'until-closed' : 'endless',
    } as const;
    const beliefs: Evidence['beliefs'] = from === 'pass' && until !== 'released' ? [] : ['acquired-in-pass'];
    return [
      draft(fact, { ...plainEvidence, often: 'per-pass', ways: 'all', relief, beliefs }, [step('loop', endless, info)]),
    ];
  }
  const func = info.enclosingFunc(defer);
  if (from !== 'pass' || until === 'goroutine' || until === 'released') return [];
  if (isShortLoop(loop, info) || !func || runsOnce(func, info, model)) return [];
  const isFew = loop.kind === 'RangeStmt' && isConfigured(loop.x, info, model);
  const bound = relief ?? (isFew ? 'soon-over' : undefined);
  const evidence: Evidence = { ...plainEvidence, relief: bound, beliefs: until === 'callback' ? ['callback-is-done'] : [] };
  return [draft({ kind: 'deferred-in-loop', call, line, loop: 'ends' }, evidence, [step('loop', loop, info)])];

  function draft(fact: Draft['fact'], evidence: Evidence, steps: Draft['steps']): Draft {
    return { rule: rule.id, evidence, location: locate(info.file.source, defer), fact, steps };
  }
}

/** The deferred call in few words: of a literal its beginning. */
function shown({ call }: DeferStmt, info: DeclInfo): string {
  if (call.kind !== 'CallExpr') return shownText(call, info);
  return call.fun.kind === 'FuncLit'
    ? 'func() { … }()'
    : `${shownText(call.fun, info)}${call.args.length === 0 ? '()' : '(…)'}`;
}

/** Whether control can come from behind the defer statement to a node. */
function comesRound(defer: DeferStmt, target: Node, loop: Loop, info: DeclInfo, { cfgs }: DeferContext): boolean {
  const func = info.enclosingFunc(defer);
  const cfg = func && cfgs.of(func, info);
  const point = cfg && pointAt(cfg, defer);
  if (!point) return false;
  return findPaths(after(point), {
    node: (each) =>
      each === target ? 'hit' : each.kind === 'BranchStmt' && isOnlyOnce(each, loop, info) ? 'cut' : 'pass',
    feasible,
  }).some((path) => path.hit);
}

/** `if true`, which nobody writes but in tests, has one branch. */
function feasible(cond: Expr, value: boolean): boolean {
  return cond.kind !== 'Ident' || (cond.name !== 'true' && cond.name !== 'false') || value === (cond.name === 'true');
}

/**
 * The innermost unbounded loop that comes round to the defer statement: the loop itself, or one around it that begins
 * it anew.
 */
function unboundedAround(defer: DeferStmt, inner: Loop, info: DeclInfo, context: DeferContext): Loop | undefined {
  if (goesOn(inner, info, context.model)) return inner;
  for (let child = inner, loop = loopAround(inner, info); loop; child = loop, loop = loopAround(loop, info)) {
    if (!goesOn(loop, info, context.model)) continue;
    const begins = child.kind === 'RangeStmt' ? child.x : (child.init ?? child.cond);
    return begins && comesRound(defer, begins, loop, info, context) ? loop : undefined;
  }
  return undefined;
}

import { branches } from '../../findings/branches.ts';
import type { Expr, Stmt } from '../../syntax/ast.ts';
import { step } from '../../findings/step.ts';
import { firstExit } from '../../flow/first-exit.ts';
import type { FoundExit } from '../../flow/first-exit.ts';
import type { Path } from '../../flow/paths.ts';
import { after, entryOf, findPaths } from '../../flow/paths.ts';
import { runsOnce } from '../../model/lifetime.ts';
import type { Var } from '../../model/info.ts';
import type { Acquisition } from './acquisition.ts';
import type { Case } from './case.ts';
import { caseOf, declares } from './case.ts';
import type { Context } from './context.ts';
import type { Effect, Reader } from './effects.ts';
import { feasibleFrom } from './feasible.ts';
import { isOver } from './is-over.ts';
import { judgeCaptured } from './judge-captured.ts';
import { judgeSpawner } from './judge-spawner.ts';
import { losesEachPass, roundVerdict } from './round.ts';
import { staleDefer, staleVerdict } from './stale-defer.ts';
import type { Verdict } from './verdict.ts';
import { allPaths, missedExit } from './verdict.ts';

/** Judges a resource held by a local variable: is there a way out, or round, that neither releases it nor hands it on? */
export function judgeVariable(acquisition: Acquisition, variable: Var, context: Context): Verdict | undefined {
  const subject = caseOf(acquisition, variable, context);
  if (!subject || (acquisition.lookalike && !isPlainLookalike(subject))) return undefined;
  const lost = findPaths(after(subject.point), { node: (node) => lossAt(node, subject), feasible: feasibility(subject) }).find((path) => path.hit);
  if (isCoveredBefore(subject, 'late')) return undefined;
  if (lost && losesEachPass(lost, subject)) return roundVerdict(lost, subject);
  const missed = mayEndUnmet(subject) ? exitVerdict(waysOut(subject), subject) : undefined;
  return missed ?? (lost && roundVerdict(lost, subject)) ?? judgeCaptured(subject) ?? judgeSpawner(subject);
}

function feasibility({ acquisition: { call, info }, variable }: Case): ReturnType<typeof feasibleFrom> {
  return feasibleFrom(call, variable, info);
}

/** What only looks like the resource must be received from, and never be released or handed on anywhere. */
function isPlainLookalike({ effects: { effects, usedHere, readers } }: Case): boolean {
  return (usedHere || readers.length > 0) && effects.every((effect) => effect.kind === 'overwritten');
}

/** Process lifetime bounds what is left behind at the end, and so does a deferred closure that was set up before. */
function mayEndUnmet(subject: Case): boolean {
  return !runsOnce(subject.func, subject.acquisition.info, subject.context.model) && !isCoveredBefore(subject, 'late-deferred');
}

/** Whether a closure that sees the variable late has been set up on every way to the acquisition. */
function isCoveredBefore({ effects: { effects }, cfg, node, acquisition }: Case, kind: Effect['kind']): boolean {
  const late = effects.filter((effect) => effect.kind === kind && effect.node !== node).map((effect) => effect.node);
  if (late.length === 0) return false;
  const ways = findPaths(entryOf(cfg), {
    node: (each) => (each === node ? 'hit' : late.includes(each) ? 'cut' : 'pass'),
    feasible: feasibleFrom(acquisition.call, undefined, acquisition.info),
  });
  return !ways.some((path) => path.hit !== undefined);
}

/** The ways out on which the duty is unmet: no release, nothing deferred, nothing handed on, no other value. */
function waysOut(subject: Case): readonly Path[] {
  const { node, effects } = subject;
  return findPaths(after(subject.point), {
    node: (each) => (each === node || effects.at(each).length > 0 || isOver(each, subject) ? 'cut' : 'pass'),
    feasible: feasibility(subject),
  });
}

/**
 * What a node means for the value the variable holds: `hit` where it is replaced and so lost. A deferred closure does
 * not help there, it will only see the last value; unless each value has a variable of its own.
 */
function lossAt(node: Stmt | Expr, subject: Case): 'pass' | 'cut' | 'hit' {
  const kinds = subject.effects.at(node).map((effect) => effect.kind);
  if (kinds.some((kind) => kind === 'ends' || kind === 'deferred' || kind === 'late')) return 'cut';
  if (declares(node, subject.variable) && subject.effects.effects.some((effect) => effect.kind === 'late-deferred')) return 'cut';
  return node === subject.node || kinds.includes('overwritten') ? 'hit' : 'pass';
}

function exitVerdict(paths: readonly Path[], subject: Case): Verdict | undefined {
  const { acquisition: { info }, context, cfg, variable } = subject;
  const own = firstExit(paths, cfg);
  if (!own) return undefined;
  const stale = staleDefer(subject);
  if (stale) return staleVerdict(stale, subject);
  const report = (exit: FoundExit['exit'], way: Verdict['steps']): Verdict => missedExit(exit, way, subject.acquisition, variable.name, context);
  const { usedHere, readers } = subject.effects;
  if (usedHere || readers.length === 0) return report(own.exit, branches(own.path, info));
  // Only goroutines use it: what counts is that one of them can end. One that cannot is a leak of another kind.
  const [ending] = readers.flatMap((reader) => readerExit(reader, context));
  if (!ending) return undefined;
  const { reader, exit, path } = ending;
  return reader.info === info ? report(exit, [step('reads', reader.func, info), ...branches(path, info)]) : report(own.exit, branches(own.path, info));
}

function readerExit(reader: Reader, { cfgs }: Context): readonly (FoundExit & { readonly reader: Reader })[] {
  const cfg = cfgs.of(reader.func, reader.info);
  const found = cfg && firstExit(allPaths(entryOf(cfg)), cfg);
  return found ? [{ ...found, reader }] : [];
}

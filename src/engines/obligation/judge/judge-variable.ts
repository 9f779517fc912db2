import { branches } from '../../../findings/branches.ts';
import type { Expr, Ident, Node, Stmt } from '../../../syntax/ast.ts';
import type { Remedy } from '../../../findings/resource.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import type { FoundExit } from '../../../flow/first-exit.ts';
import type { Path, Search } from '../../../flow/paths.ts';
import { after, entryOf, findPaths } from '../../../flow/paths.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { literalRole, useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Duty } from '../ways/duty.ts';
import { drainsOf } from './drains.ts';
import { dutyOf, declares, handsOutResult } from '../ways/duty.ts';
import type { Context } from '../context.ts';
import type { Effect, Reader } from '../ways/effects.ts';
import { feasibleFrom } from '../ways/feasible.ts';
import { isPlainLookalike } from './lookalike.ts';
import { meaningOf } from '../meaning/meaning.ts';
import { judgeCarried } from './judge-carried.ts';
import { judgeCaptured } from './judge-captured.ts';
import { judgeHalfDeferred } from './judge-half-deferred.ts';
import { judgeSpawner } from './judge-spawner.ts';
import { passesOver } from '../ways/passed-over.ts';
import { losesEachPass, roundVerdict } from '../ways/round.ts';
import { companionOf, remedyOf } from '../remedy/remedy.ts';
import { staleDefer, staleVerdict } from './stale-defer.ts';
import { waysToTell } from '../ways/ways-to-tell.ts';
import { openWays, releaseDecisions, waysOut } from '../ways/ways-out.ts';
import type { Verdict } from '../verdict.ts';
import { allPaths, evidenceOf, missedExit } from '../verdict.ts';
import { lastWord } from '../../../syntax/last-word.ts';
import { someNode } from '../../../syntax/walk.ts';

/**
 * Judges a resource held by a local variable: is there a way out, or round, that neither releases it nor hands it on?
 */
export function judgeVariable(acquisition: Acquisition, variable: Var, context: Context): Verdict | undefined {
  const subject = dutyOf(acquisition, variable, context, acquisition.hold);
  if (
    !subject
    || (acquisition.lookalike && !isPlainLookalike(subject))
    || isVoid(subject)
    || isEmpty(subject)
    || isUnowned(subject)
  )
    return undefined;
  if (context.rule.onlyWhereReleased && !isOwnAndReleased(subject)) return undefined;
  if (isCoveredBefore(subject, 'late')) return undefined;
  const drains = drainsOf(subject);
  // Where it is read to its end nothing stays, so other ways come first.
  const verdict = judgeWays(subject, drains);
  const drained = verdict === undefined && drains.size > 0 ? judgeWays(subject, new Set()) : undefined;
  return verdict ?? (drained && { ...drained, evidence: { ...drained.evidence, relief: 'drained' } })
    ?? judgeHalfDeferred(subject) ?? judgeCarried(subject) ?? judgeCaptured(subject) ?? judgeSpawner(subject);
}

/** Judges the ways round and out that do not come to one of `ends`. */
function judgeWays(subject: Duty, ends: ReadonlySet<Node>): Verdict | undefined {
  const node: Search['node'] = (each) => (ends.has(each) ? 'cut' : lossAt(each, subject));
  const lost = findPaths(after(subject.point), { node, ...openWays(subject) }).find((path) => path.hit);
  if (lost && losesEachPass(lost, subject)) return roundVerdict(lost, subject);
  const missed = mayEndUnmet(subject) ? exitVerdict(waysOut(subject, ends), subject) : undefined;
  if (missed) return lost ? missed : { ...missed, evidence: { ...missed.evidence, perRun: true } };
  return lost && isSureRound(lost, subject) ? roundVerdict(lost, subject) : undefined;
}

/** Whether the function speaks of what holds nothing: the response of a HEAD request has no body. */
function isVoid({ func, context: { rule: { voidWords = [] } } }: Duty): boolean {
  const isWord = (node: Node): boolean => voidWords.includes(node.kind === 'BasicLit' ? node.value : lastWord(node));
  return voidWords.length > 0 && someNode(func, isWord);
}

/** Whether nothing is ever called on it that has it hold something. */
function isEmpty({ variable, acquisition: { info }, context: { rule: { emptyUntil } } }: Duty): boolean {
  return emptyUntil !== undefined && !info.usesOf(variable).some((ident) => {
    const use = useOf(ident, info);
    return use.kind === 'method-call' && emptyUntil.includes(use.name);
  });
}

/**
 * Whether it came out of a channel and is neither released nor handed on anywhere: then whoever sent it may have kept
 * it.
 */
function isUnowned({ acquisition: { call }, effects: { effects } }: Duty): boolean {
  return call.kind === 'UnaryExpr' && !effects.some(({ kind }) => kind !== 'overwritten');
}

/** Whether the function made what it sets to work, some way releases it by itself, and nobody was given it before. */
function isOwnAndReleased({ acquisition: { call, info }, variable, effects: { handedOn }, context }: Duty): boolean {
  const isOwn =
    variable.role === 'local' && variable.origin?.kind === 'value' && variable.origin.value.kind === 'CallExpr';
  if (!isOwn || handedOn.some((node) => node.pos < call.pos)) return false;
  return info.usesOf(variable).some((ident) => meaningOf(ident, info, context).kind === 'release');
}

/** One that is acquired in a branch of a loop may be acquired once: with a level for each way, that is not said. */
function isSureRound(lost: Path, { node, context: { rule } }: Duty): boolean {
  return !rule.withError || lost.hit !== node;
}

/** Process lifetime bounds what is left behind at the end, and so does a deferred closure that was set up before. */
function mayEndUnmet(subject: Duty): boolean {
  return (
    !runsOnce(subject.func, subject.acquisition.info, subject.context.model)
    && !isCoveredBefore(subject, 'late-deferred')
  );
}

/** Whether a closure that sees the variable late has been set up on every way to the acquisition. */
function isCoveredBefore(
  { effects: { effects }, cfg, node, acquisition, origin }: Duty,
  kind: Effect['kind'],
): boolean {
  const late = effects.filter((effect) => effect.kind === kind && effect.node !== node).map((effect) => effect.node);
  if (late.length === 0) return false;
  const ways = findPaths(entryOf(cfg), {
    node: (each) => (each === node ? 'hit' : late.includes(each) ? 'cut' : 'pass'),
    feasible: feasibleFrom(origin, undefined, acquisition.info),
  });
  return !ways.some((path) => path.hit !== undefined);
}

/**
 * What a node means for the value the variable holds: `hit` where it is replaced and so lost. A deferred closure does
 * not help there, it will only see the last value; unless each value has a variable of its own.
 */
function lossAt(node: Stmt | Expr, subject: Duty): 'pass' | 'cut' | 'hit' {
  const kinds = subject.effects.at(node).map((effect) => effect.kind);
  if (kinds.some((kind) => kind === 'ends' || kind === 'deferred' || kind === 'late') || handsOutResult(node, subject))
    return 'cut';
  if (declares(node, subject.variable) && subject.effects.effects.some((effect) => effect.kind === 'late-deferred'))
    return 'cut';
  return node === subject.node || kinds.includes('overwritten') ? 'hit' : 'pass';
}

function exitVerdict(all: readonly Path[], subject: Duty): Verdict | undefined {
  const { acquisition: { info }, context, cfg, variable } = subject;
  const { paths, ways } = waysToTell(
    all.filter((path) => (variable.role !== 'result' || path.end.exit !== 'end') && !passesOver(path, subject)),
    subject,
  );
  const own = firstExit(paths, cfg, info, firstUse(subject));
  if (!own) return undefined;
  const stale = staleDefer(subject);
  if (stale) return staleVerdict(stale, subject);
  const report = (exit: FoundExit['exit'], way: Verdict['steps'], remedy = remedyOf(all, subject)): Verdict => ({
    ...missedExit(exit, way, remedy, subject.acquisition, variable.name, context),
    evidence: evidenceOf(subject.acquisition, { ways }),
  });
  const decides = releaseDecisions(subject);
  const { usedHere, readers } = subject.effects;
  // What a goroutine uses and nobody here releases may be meant to live as long as that goroutine.
  if (context.rule.withError && readers.length > 0) return undefined;
  if (usedHere || readers.length === 0) return report(own.exit, branches(own.path, info, decides));
  // Only goroutines use it: what counts is that one of them can end. One that cannot is a leak of another kind.
  const [ending] = readers.flatMap((reader) => readerExit(reader, context));
  if (!ending) return undefined;
  const { reader, exit, path } = ending;
  return reader.info === info
    ? report(exit, [step('reads', reader.func, info), ...branches(path, info)], readerRemedy(readers, info))
    : report(own.exit, branches(own.path, info, decides));
}

/** Where the release belongs of what only goroutines use: in the one literal that does; undefined for others. */
function readerRemedy(readers: readonly Reader[], info: DeclInfo): Remedy | undefined {
  const [only, ...others] = readers;
  const isOwn = only?.func.kind === 'FuncLit' && others.length === 0 && literalRole(only.func, info) === 'goroutine';
  return isOwn ? { kind: 'in-goroutine', line: lineOf(only.func.pos, info) } : undefined;
}

/** The first use of the resource, or of what came with it, behind its acquisition, as an offset. */
function firstUse({ variable, acquisition }: Duty): number {
  const { info, call } = acquisition;
  const companion = companionOf(acquisition);
  const isBlank = (ident: Ident): boolean => {
    const use = useOf(ident, info);
    return use.kind === 'stored' && use.target.kind === 'Ident' && use.target.name === '_';
  };
  const uses = [variable, ...(companion && companion !== variable ? [companion] : [])].flatMap((each) =>
    info.usesOf(each),
  );
  return Math.min(...uses.filter((ident) => ident.pos > call.end && !isBlank(ident)).map(({ pos }) => pos), Infinity);
}

function readerExit(reader: Reader, { cfgs }: Context): readonly (FoundExit & { readonly reader: Reader })[] {
  const cfg = cfgs.of(reader.func, reader.info);
  const found = cfg && firstExit(allPaths(entryOf(cfg)), cfg, reader.info);
  return found ? [{ ...found, reader }] : [];
}

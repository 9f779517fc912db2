import { branches } from '../../../findings/branches.ts';
import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import { step } from '../../../findings/step.ts';
import type { Cfg } from '../../../flow/cfg.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import type { Path } from '../../../flow/paths.ts';
import { loopOften } from '../../../flow/loop-often.ts';
import { evaluated } from '../../../flow/evaluated.ts';
import { entryOf, findPaths, pointAt } from '../../../flow/paths.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { isConditionalInLoop, isNewInLoop } from '../ways/round.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { callRole, literalRole, useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import type { Reader } from '../ways/effects.ts';
import { feasibleFrom } from '../ways/feasible.ts';
import { isLocalUse } from '../hold/holder.ts';
import { identOf } from '../hold/ident-of.ts';
import { isSameInEachPass } from '../remedy/next-value.ts';
import { remedyWithoutHolder } from '../remedy/remedy.ts';
import { isLentOut, spentBy } from '../ways/spent.ts';
import type { Verdict } from '../verdict.ts';
import { allPaths, branchesBefore, evidenceOf, resourceOf } from '../verdict.ts';

/**
 * Judges a resource of which nobody holds more than a part, such as a ticker's channel: nobody can release it, so
 * every way out leaves it behind. `selector` is the part; undefined where nothing at all is held.
 */
export function judgePart(acquisition: Acquisition, selector: Expr | undefined, context: Context): Verdict | undefined {
  const { info, call } = acquisition;
  const func = info.enclosingFunc(call);
  const cfg = func && context.cfgs.of(func, info);
  const point = cfg && pointAt(cfg, call);
  const node = point?.block.nodes[point.index];
  const reader = func && readerOf(selector, func, acquisition, context);
  if (!func || !cfg || !point || !node || !reader) return undefined;
  const [feasible, isSpent] = [feasibleFrom(call, undefined, info), spentBy(acquisition, context)];
  const paths = findPaths(evaluated(call, cfg, info), {
    node: (each) => (each === node ? 'hit' : 'pass'),
    feasible: (cond, value) => feasible(cond, value) && !isSpent(cond, value),
  });
  const again = paths.find((path) => path.hit !== undefined);
  if (again && !mayHappenOnce(selector, acquisition)) return roundVerdict(again, acquisition, context);
  if (runsOnce(func, info, context.model) || (context.rule.sparesPrograms && context.model.name === 'main'))
    return undefined;
  return exitVerdict(paths, cfg, reader, acquisition, context);
}

/** A part kept in a variable from before the loop, on a branch that a pass may leave out, may be made only once. */
function mayHappenOnce(selector: Expr | undefined, { call, info }: Acquisition): boolean {
  const use = selector && useOf(selector, info);
  const alias = use?.kind === 'stored' ? identOf(use.target, info) : undefined;
  return alias !== undefined && !isNewInLoop(alias, call, info) && isConditionalInLoop(call, info);
}

/**
 * The function that receives from the part: `func` itself, one it lends the part to, or a literal in it. Undefined
 * where the part goes out of sight.
 */
function readerOf(
  selector: Expr | undefined,
  func: FuncNode,
  { info }: Acquisition,
  context: Context,
): Reader | undefined {
  const self = { func, info };
  if (!selector) return self;
  const use = useOf(selector, info);
  if (isLocalUse(use)) return self;
  if (use.kind === 'argument') return borrower(use.call, use.index, self, context);
  if (use.kind === 'stored' && use.target.kind === 'Ident' && use.target.name === '_') return self;
  const alias = use.kind === 'stored' ? identOf(use.target, info) : undefined;
  return alias?.role === 'local' && alias.func === func ? aliasReader(alias, self, context) : undefined;
}

/** How far functions that lend what they were lent are followed. */
const lendingDepth = 3;

/**
 * A function of the package that only receives from its parameter gives the part back when it returns, or ends with it
 * as a goroutine.
 */
function borrower(call: CallExpr, index: number, self: Reader, context: Context): Reader | undefined {
  const lent = lentTo(call, index, self.info, context);
  if (!lent || !isOnlyReceived(lent.parameter, lent.info, context)) return undefined;
  const role = callRole(call, self.info);
  if (role === 'goroutine') return lent;
  return role === undefined ? self : undefined;
}

/** The function of the package, and its parameter, that a call gives an argument to. */
function lentTo(
  call: CallExpr,
  index: number,
  from: DeclInfo,
  { model }: Context,
): (Reader & { readonly parameter: Var }) | undefined {
  const callee = calleeOf(call, from, model);
  const info = callee?.kind === 'Func' ? model.infoOf(callee.func) : undefined;
  if (info?.decl.kind !== 'FuncDecl') return undefined;
  const parameter = parameterAt(info.decl, index, info);
  return parameter && { func: info.decl, info, parameter };
}

/**
 * Whether all that is done with a part is to receive from it, here or in functions that return it so; `known` are the
 * variables asked about before.
 */
function isOnlyReceived(
  part: Var,
  info: DeclInfo,
  context: Context,
  depth = lendingDepth,
  known = new Set<Var>(),
): boolean {
  known.add(part);
  return info.usesOf(part).every((ident) => {
    const use = useOf(ident, info);
    if (isLocalUse(use) || use.kind === 'assigned') return true;
    if (depth === 0 || use.kind !== 'argument' || callRole(use.call, info) !== undefined) return false;
    const lent = lentTo(use.call, use.index, info, context);
    return (
      lent !== undefined
      && (known.has(lent.parameter) || isOnlyReceived(lent.parameter, lent.info, context, depth - 1, known))
    );
  });
}

function aliasReader(alias: Var, { func, info }: Reader, context: Context): Reader | undefined {
  if (!isOnlyReceived(alias, info, context)) return undefined;
  const readers = new Set(info.usesOf(alias).map((ident) => info.enclosingFunc(ident)));
  if (readers.size === 0 || readers.has(func)) return { func, info };
  const [only] = readers;
  return only?.kind === 'FuncLit' && readers.size === 1 && literalRole(only, info) !== 'kept'
    ? { func: only, info }
    : undefined;
}

function roundVerdict(path: Path, acquisition: Acquisition, context: Context): Verdict {
  const { info, call } = acquisition;
  const around = loopAround(call, info);
  const loop = around ?? call;
  return {
    fact: {
      kind: 'each-pass',
      resource: resourceOf(acquisition, undefined, context),
      line: lineOf(loop.pos, info),
      oneWillDo: isSameInEachPass(acquisition),
      derived: false,
    },
    evidence: evidenceOf(acquisition, {
      ways: 'all',
      often: around ? loopOften(around, info, context.model) : 'unknown',
    }),
    steps: [step('acquired', call, info), ...branchesBefore(path, call.pos, info), step('loop', loop, info)],
  };
}

function exitVerdict(
  paths: readonly Path[],
  cfg: Cfg,
  reader: Reader,
  acquisition: Acquisition,
  context: Context,
): Verdict | undefined {
  const { info, call } = acquisition;
  const own = firstExit(paths, cfg, info);
  const other = reader.func === info.enclosingFunc(call) ? undefined : context.cfgs.of(reader.func, reader.info);
  const found = own && other ? firstExit(allPaths(entryOf(other)), other, reader.info) : own;
  if (!own || !found) return undefined;
  const { exit, path } = reader.info === info ? found : own;
  return {
    fact: {
      kind: 'no-handle',
      resource: resourceOf(acquisition, undefined, context),
      exit: exit.kind,
      line: lineOf(exit.span.pos, info),
      remedy: remedyWithoutHolder(acquisition, info.enclosingFunc(call), context),
    },
    evidence: evidenceOf(acquisition, { ways: 'all', beliefs: isLentOut(acquisition, context) ? ['handed-on'] : [] }),
    steps: [step('acquired', call, info), ...branches(path, info), step('exit', exit.span, info)],
  };
}

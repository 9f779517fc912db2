import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import type { Path } from '../../../flow/paths.ts';
import { entryOf, findPaths } from '../../../flow/paths.ts';
import { useOf } from '../../../model/code/use.ts';
import { lineOf } from '../../../model/line-of.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { companionErrors } from '../ways/companion-error.ts';
import type { Duty } from '../ways/duty.ts';
import type { Effect } from '../ways/effects.ts';
import { effectsOf } from '../ways/effects.ts';
import { isNilTest, isNotEqual } from '../ways/nil-test.ts';
import { waysOut } from '../ways/ways-out.ts';
import { waysToTell } from '../ways/ways-to-tell.ts';
import { waysOutOf } from '../remedy/way-out.ts';
import type { Verdict } from '../verdict.ts';
import { evidenceOf, missedExit } from '../verdict.ts';
import type { Value } from './value-at-exit.ts';
import { tested, valueAtExit } from './value-at-exit.ts';

/** A value of a variable, at the end of the function, with which a deferred literal releases nothing. */
interface Omission {
  readonly variable: Var;
  readonly value: NonNullable<Value>;
}

/**
 * Judges a resource that a deferred literal releases only where some error is nil, or is not, or some flag is set:
 * `defer func() { if err != nil { f.Close() } }()`. Is there a way out on which it surely does not, and nothing else
 * does?
 */
export function judgeHalfDeferred(subject: Duty): Verdict | undefined {
  const { effects: { effects }, acquisition, cfg, func, variable, context } = subject;
  const { info } = acquisition;
  if (!context.rule.withError) return undefined; // a context may be meant to last until its deadline
  const [late, ...others] = effects.filter(({ kind }) => ['late-deferred', 'deferred', 'late'].includes(kind));
  if (late?.kind !== 'late-deferred' || late.at.kind !== 'FuncLit' || others.length > 0) return undefined;
  const left = omissions(late, subject);
  if (left.length === 0) return undefined;
  const isLeft = (path: Path): boolean => left.some(({ variable: decides, value }) => {
    const begin = { offset: acquisition.call.end, value: valueThere(decides, subject) };
    return valueAtExit(decides, path, begin, func, info) === value;
  });
  const isDeferred = ({ blocks }: Path): boolean => blocks.some(({ nodes }) => nodes.includes(late.node));
  const open = waysOut(subject, new Set(), late).filter((path) => isDeferred(path) && isLeft(path));
  const { paths, ways } = waysToTell(open, subject);
  const found = firstExit(paths, cfg, info);
  if (!found) return undefined;
  const way = [step('deferred', late.at, info), ...branches(found.path, info)];
  const places = waysOutOf(open, subject).map((each) => ({ ...each, shared: false }));
  const remedy = { kind: 'beside-defer', line: lineOf(late.node.pos, info), ways: places } as const;
  const verdict = missedExit(found.exit, way, remedy, acquisition, variable.name, context);
  return { ...verdict, evidence: evidenceOf(acquisition, { ways }) };
}

/** What a variable is when the resource has been acquired, as far as that shows. */
function valueThere(variable: Var, { acquisition: { call, info }, origin }: Duty): Value {
  if (companionErrors(origin, info, {}).some((error) => error.variable === variable)) return 'zero';
  const isOwn = variable.role === 'local' && variable.func === info.enclosingFunc(call);
  const declaration = info.parent(variable.ident);
  const isZero = declaration?.kind === 'ValueSpec' && declaration.values.length === 0;
  const value = variable.origin?.kind === 'value' ? variable.origin.value : undefined;
  const isFalse = value?.kind === 'Ident' && (value.name === 'false' || value.name === 'nil');
  const isUntouched = info.usesOf(variable).every((ident) => ident === variable.ident || ident.pos > call.end);
  return isOwn && isUntouched && (isZero || isFalse) ? 'zero' : undefined;
}

/** With which values of which variables a deferred literal comes to no release, and with others to one. */
function omissions(late: Effect, subject: Duty): readonly Omission[] {
  const { variable, effects: { aliases }, acquisition: { info }, context } = subject;
  if (late.at.kind !== 'FuncLit') return [];
  const literal = late.at;
  const cfg = context.cfgs.of(literal, info);
  const own = [variable, ...aliases].map((each) => cfg && effectsOf(each, literal, cfg, info, context));
  if (!cfg || own.some((each) => each === undefined)) return [];
  const conds = cfg.blocks.flatMap(({ cond }) => cond ?? []);
  const deciding = new Set(conds.flatMap((cond) => {
    const sides = cond.kind === 'BinaryExpr' ? [cond.x, cond.y] : [cond];
    return sides.flatMap((side) => (side.kind === 'Ident' ? info.objectOf(side) ?? [] : []));
  }));
  const isReleased = (decides?: Var, value?: Value): boolean => findPaths(entryOf(cfg), {
    node: (node) => (own.some((each) => each !== undefined && each.at(node).length > 0) ? 'hit' : 'pass'),
    feasible: (cond, holds) => {
      if (isNilTest(cond, variable, info)) return holds === isNotEqual(cond);
      const said = decides && tested(cond, holds, decides, info);
      return said === undefined || said === value;
    },
  }).some(({ hit }) => hit !== undefined);
  return [...deciding].flatMap((object): readonly Omission[] =>
    (object.kind !== 'Var' || object === variable || !isDecidedHere(object, info)
      ? []
      : (['zero', 'set'] as const)
        .filter((value) => !isReleased(object, value))
        .map((value) => ({ variable: object, value }))));
}

/** Whether only the function that has a variable, and no literal in it, gives it values. */
function isDecidedHere(variable: Var, info: DeclInfo): boolean {
  return variable.role !== 'package' && info.usesOf(variable).every((ident) => {
    const parent = info.parent(ident);
    const isShown = parent?.kind === 'UnaryExpr' && parent.op === '&';
    return !isShown && (info.enclosingFunc(ident) === variable.func || useOf(ident, info).kind !== 'assigned');
  });
}

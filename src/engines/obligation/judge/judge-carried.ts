import { branches } from '../../../findings/branches.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import { lineOf } from '../../../model/line-of.ts';
import type { Duty } from '../ways/duty.ts';
import { companionErrors } from '../ways/companion-error.ts';
import type { Carried } from '../ways/effects.ts';
import { identOf } from '../hold/ident-of.ts';
import { isNilTest, isNotEqual } from '../ways/nil-test.ts';
import { waysOutOf } from '../remedy/way-out.ts';
import type { Verdict } from '../verdict.ts';
import { missedExit } from '../verdict.ts';
import { openWays } from '../ways/ways-out.ts';

/**
 * Judges a resource that a function of the workspace makes something else of, and leaves alone where that fails: `c,
 * err = secure(c)`. Is there a way out behind its error that does not release it? Where the variable is given the
 * result it holds nil then.
 */
export function judgeCarried(subject: Duty): Verdict | undefined {
  for (const carried of subject.effects.carried) {
    const found = failing(carried, subject);
    if (found) return found;
  }
  return undefined;
}

function failing({ call, result }: Carried, subject: Duty): Verdict | undefined {
  const { acquisition, variable, cfg, effects, context } = subject;
  const { info } = acquisition;
  const point = pointAt(cfg, call);
  const node = point?.block.nodes[point.index];
  const [error] = companionErrors(call, info, {});
  if (!point || !node || !error) return undefined;
  const toCall = findPaths(after(subject.point), {
    ...openWays(subject), node: (each) => (each === node ? 'hit' : effects.at(each).length > 0 ? 'cut' : 'pass'),
  });
  if (!toCall.some((path) => path.hit)) return undefined;
  const paths = findPaths(after(point), {
    node: (each) => (effects.at(each).length > 0 ? 'cut' : 'pass'),
    feasible: (cond, value) =>
      !error.holdsAt(cond) || !isNilTest(cond, error.variable, info) || value === isNotEqual(cond),
  }).filter(({ blocks }) => blocks.some(({ cond }) => cond !== undefined && isNilTest(cond, error.variable, info)));
  const found = firstExit(paths, cfg, info);
  if (!found) return undefined;
  const target = resultTargets(call, info)[result];
  const isLost = target !== undefined && identOf(target, info) === variable;
  const remedy = isLost
    ? { kind: 'own-name', line: lineOf(call.pos, info) } as const
    : { kind: 'ways-out', ways: waysOutOf(paths, subject) } as const;
  const verdict = missedExit(found.exit, branches(found.path, info), remedy, acquisition, variable.name, context);
  return { ...verdict, evidence: { ...verdict.evidence, ways: 'error' } };
}

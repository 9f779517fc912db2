import type { Expr, Stmt } from '../../../syntax/ast.ts';
import { step } from '../../../findings/step.ts';
import type { Point } from '../../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import { lineOf } from '../../../model/line-of.ts';
import type { Duty } from '../ways/duty.ts';
import { declaresVariable } from '../ways/duty.ts';
import type { Effect } from '../ways/effects.ts';
import { isDerived } from '../remedy/next-value.ts';
import type { Verdict } from '../verdict.ts';
import { evidenceOf, resourceOf } from '../verdict.ts';

/**
 * The direct `defer t.Stop()` that took the value before: it may have run before this acquisition, which only assigns
 * the variable.
 */
export function staleDefer(subject: Duty): Effect | undefined {
  if (declaresVariable(subject)) return undefined;
  return subject.effects.effects.find((effect) => {
    const where = effect.kind === 'deferred' ? pointAt(subject.cfg, effect.at) : undefined;
    return where !== undefined && leadsTo(after(where), subject.node);
  });
}

function leadsTo(start: Point, target: Stmt | Expr): boolean {
  return findPaths(start, { node: (node) => (node === target ? 'hit' : 'pass'), feasible: () => true }).some(
    (path) => path.hit !== undefined,
  );
}

/** The acquisition escapes the defer that was meant for it. */
export function staleVerdict(stale: Effect, { acquisition, variable, node, context }: Duty): Verdict {
  const { info, call } = acquisition;
  const fact = {
    kind: 'stale-defer',
    resource: resourceOf(acquisition, variable.name, context),
    line: lineOf(stale.at.pos, info),
    derived: isDerived(node, acquisition),
  } as const;
  return {
    fact,
    evidence: evidenceOf(acquisition),
    steps: [step('deferred', stale.at, info), step('acquired', call, info)],
  };
}

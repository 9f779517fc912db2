import { branches } from '../../../findings/branches.ts';
import type { FuncLit } from '../../../syntax/ast.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import { entryOf, findPaths } from '../../../flow/paths.ts';
import { lineOf } from '../../../model/line-of.ts';
import { literalRole } from '../../../model/code/use.ts';
import type { Duty } from '../ways/duty.ts';
import { effectsOf } from '../ways/effects.ts';
import { feasibleFrom } from '../ways/feasible.ts';
import type { Verdict } from '../verdict.ts';
import { missedExit } from '../verdict.ts';

/**
 * Judges a resource that the function hands to one goroutine literal for good: the duty is the literal's then, and it
 * must meet it on all ways out of its own. Where anybody else may release it too, nothing is said.
 */
export function judgeCaptured(subject: Duty): Verdict | undefined {
  const { acquisition, variable, context, effects: { effects } } = subject;
  const { info } = acquisition;
  if (context.rule.held === 'function') return undefined; // each mention is taken for a release
  const [only, ...others] = effects.filter((effect) => effect.kind !== 'overwritten');
  if (!only || others.length > 0 || only.kind !== 'late' || only.at.kind !== 'FuncLit') return undefined;
  const literal: FuncLit = only.at;
  const cfg = literalRole(literal, info) === 'goroutine' ? context.cfgs.of(literal, info) : undefined;
  const own = cfg && effectsOf(variable, literal, cfg, info, context);
  if (!cfg || !own || own.readers.length > 0) return undefined;
  const paths = findPaths(entryOf(cfg), {
    node: (node) => (own.at(node).length > 0 ? 'cut' : 'pass'),
    feasible: feasibleFrom(acquisition.call, variable, info),
  });
  const found = firstExit(paths, cfg, info);
  return (
    found && missedExit(found.exit, [step('reads', literal, info), ...branches(found.path, info)],
      { kind: 'in-goroutine', line: lineOf(literal.pos, info) }, acquisition, variable.name, context)
  );
}

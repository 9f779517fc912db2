import { useOf } from '../../../model/code/use.ts';
import type { Duty } from '../ways/duty.ts';

/**
 * Whether what only looks like the resource, by the name of the method that gave it, behaves like it too. It must be
 * received from, and never be released or handed on anywhere. One that comes with an error must be released somewhere,
 * or be used and handed on; of one with a part, that part must be used, and no method that the resource does not have.
 */
export function isPlainLookalike(subject: Duty): boolean {
  const { effects: { effects, usedHere, readers }, context: { rule }, variable, acquisition: { info } } = subject;
  if (!rule.withError)
    return (usedHere || readers.length > 0) && effects.every((effect) => effect.kind === 'overwritten');
  const uses = info.usesOf(variable).map((ident) => useOf(ident, info));
  if (rule.part !== undefined) {
    const isOther = uses.some((use) => use.kind === 'method-call' && rule.methods?.includes(use.name) === false);
    return !isOther && uses.some((use) => use.kind === 'selected' && use.name === rule.part);
  }
  const isReleased = uses.some((use) => use.kind === 'method-call' && rule.release.includes(use.name));
  return (
    isReleased
    || (effects.some((effect) => effect.kind === 'ends')
      && (rule.byName ?? uses.some((use) => use.kind === 'method-call')))
  );
}

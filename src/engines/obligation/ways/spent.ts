import { resultTargets } from '../../../model/code/assignment.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Expr } from '../../../syntax/ast.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { identOf } from '../hold/ident-of.ts';
import { companionOf } from '../remedy/remedy.ts';

/**
 * Which conditions tell that nothing is left to release, where they are false: `ok` of `v, ok := next()`, with `next`
 * the function that came with the resource.
 */
export function spentBy(acquisition: Acquisition, { rule }: Context): (cond: Expr, value: boolean) => boolean {
  const { info } = acquisition;
  const next = rule.spentByFalse ? companionOf(acquisition) : undefined;
  if (!next) return () => false;
  const flags = info.usesOf(next).flatMap((ident) => {
    const use = useOf(ident, info);
    const last = use.kind === 'called' ? resultTargets(use.call, info).at(-1) : undefined;
    return (last && identOf(last, info)) ?? [];
  });
  return (cond, value) => {
    const flag = value ? undefined : identOf(cond, info);
    return flag !== undefined && flags.includes(flag);
  };
}

/** Whether what came with the resource is given to somebody else, who may use it up. */
export function isLentOut(acquisition: Acquisition, { rule }: Context): boolean {
  const { info } = acquisition;
  const next = rule.spentByFalse ? companionOf(acquisition) : undefined;
  return next !== undefined && info.usesOf(next).some((ident) => useOf(ident, info).kind !== 'called');
}

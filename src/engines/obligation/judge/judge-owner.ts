import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import type { Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { typeOfVar } from '../../../model/types/type-of.ts';
import type { Acquisition } from '../find/acquisition.ts';
import { dutyOf } from '../ways/duty.ts';
import type { Context } from '../context.ts';
import { drainsOf } from './drains.ts';
import type { Owner } from '../hold/hold.ts';
import type { Holder } from '../hold/holder.ts';
import { isMadeHere, ownerOf, ownerVariable } from '../hold/owner.ts';
import type { Verdict } from '../verdict.ts';
import { evidenceOf, resourceOf } from '../verdict.ts';
import { waysOut } from '../ways/ways-out.ts';
import { waysToTell } from '../ways/ways-to-tell.ts';

/**
 * Judges a resource that is put into a field of what the function has just made: is there a way out (a failing
 * constructor, as a rule) on which nobody else has seen the owner, and nothing releases the field?
 */
export function judgeOwner(
  acquisition: Acquisition,
  holder: Extract<Holder, { kind: 'field' }>,
  context: Context,
): Verdict | undefined {
  const { info } = acquisition;
  const variable = ownerVariable(holder.owner, info);
  if (!variable || acquisition.lookalike || !isMadeHere(variable, info)) return undefined;
  const owner = ownerOf(typeOfVar(variable, context.model), holder.field);
  return owner && judgeOwned(acquisition, variable, owner, context);
}

/** Judges a resource in the field of an owner that a variable of the function holds, and that nobody else has. */
export function judgeOwned(
  acquisition: Acquisition,
  variable: Var,
  owner: Owner,
  context: Context,
): Verdict | undefined {
  const { info, call } = acquisition;
  const subject = dutyOf(acquisition, variable, context, owner);
  if (!subject || subject.effects.readers.length > 0 || subject.effects.handedOn.some((node) => node.pos < call.pos))
    return undefined;
  const { paths, ways } = waysToTell(waysOut(subject, drainsOf(subject)), subject);
  const found = firstExit(paths, subject.cfg, info);
  if (!found) return undefined;
  const { exit, path } = found;
  const resource = resourceOf(acquisition, undefined, context);
  return {
    fact: {
      kind: 'owner-dropped',
      resource,
      field: owner.field,
      owner: variable.name,
      line: lineOf(exit.span.pos, info),
    },
    evidence: evidenceOf(acquisition, { ways }),
    steps: [step('acquired', call, info), ...branches(path, info), step('exit', exit.span, info)],
  };
}

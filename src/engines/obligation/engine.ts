import type { Belief, Relief, Seeks } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { functionStep } from '../../findings/step.ts';
import { functionCfgs } from '../../flow/function-cfg.ts';
import { collects } from '../../model/build/go-version.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Obligation, ObligationGroup } from './rule.ts';
import type { Acquisition } from './find/acquisition.ts';
import { spared } from './find/spared.ts';
import { acquisitions } from './find/acquisitions.ts';
import type { Context } from './context.ts';
import { fixOf } from './fix/fix-of.ts';
import { emptiedFields } from './field/emptied-fields.ts';
import { holderOf } from './hold/holder.ts';
import { isDead } from './find/is-dead.ts';
import { judgeContainer } from './judge/judge-container.ts';
import { judgeExpiring } from './expiring/judge-expiring.ts';
import { judgeField } from './field/judge-field.ts';
import { judgeFinished } from './judge/judge-finished.ts';
import { judgeOwned, judgeOwner } from './judge/judge-owner.ts';
import { judgePart } from './judge/judge-part.ts';
import { judgeVariable } from './judge/judge-variable.ts';
import { endsSoon } from './expiring/parent-context.ts';
import { received } from './find/received.ts';
import type { Verdict } from './verdict.ts';
import { restingOn } from './verdict.ts';

/** Runs one obligation rule over one package: every acquisition in a file that is reported on is judged. */
export function checkObligation(rule: Obligation, model: PackageModel, seeks: Seeks): readonly Draft[] {
  const context: Context = { rule, model, cfgs: functionCfgs(model), seeks };
  const collected = rule.collectedSince !== undefined && collects(model.go, rule.collectedSince);
  if (collected && rule.silentWhenCollected) return [];
  const acquired = acquisitions(context);
  const judged = [...acquired, ...(rule.withError ? received(context) : [])]
    .filter((each) => each.info.file.report && !spared(each, context))
    .flatMap((each): Draft[] => {
      const verdict = judge(each, context) ?? believed(each, 'names', context) ?? believed(each, 'literals', context);
      const fix = verdict && fixOf(each, verdict.fact, context);
      return verdict && !isDead(each, context)
        ? [{ ...draft(each, verdict, collected ? 'collected' : undefined, context), ...(fix && { fix }) }]
        : [];
    });
  return [...judged, ...emptiedFields(acquired, context, collected ? 'collected' : undefined)];
}

/** Whether any call of the package acquires what the rule is about, look-alikes left out. */
export function acquiresAny(rule: Obligation, model: PackageModel): boolean {
  return acquisitions({ rule, model, cfgs: functionCfgs(model), seeks: () => true }).some(
    ({ lookalike }) => !lookalike,
  );
}

/** The rules, one for each kind, that a rule about several kinds of resources is. */
export function obligationsOf({ id, summary, tags, kinds, others }: ObligationGroup): readonly Obligation[] {
  const known = others ?? kinds.flatMap((kind) => kind.acquire);
  return kinds.map((kind) => ({ ...kind, others: known, engine: 'obligation', id, summary, tags }));
}

/**
 * The verdict where names say what functions do, and literals what they are for. Of what is itself only believed to be
 * the resource, nothing is said.
 */
function believed(acquisition: Acquisition, believing: 'names' | 'literals', context: Context): Verdict | undefined {
  const { lenders } = context.rule;
  if (!lenders || acquisition.lookalike) return undefined;
  const belief: Belief =
    believing === 'literals' ? 'literal-stays' : lenders.confidence === 'high' ? 'callee-name' : 'unsure-callee-name';
  if (!context.seeks(belief)) return undefined;
  const found = judge(acquisition, { ...context, believing });
  return found && restingOn(found, belief);
}

function judge(acquisition: Acquisition, context: Context): Verdict | undefined {
  const { rule } = context;
  if (rule.expires) return judgeExpiring(acquisition, rule.expires.hours, context);
  if (rule.held === 'channel') return judgePart(acquisition, acquisition.call, context);
  const holder = holderOf(acquisition.call, acquisition.result, acquisition.info, rule);
  if (acquisition.owner && holder.kind !== 'nobody')
    return holder.kind === 'variable'
      ? judgeOwned(acquisition, holder.variable, acquisition.owner, context)
      : undefined;
  if (acquisition.hold)
    return holder.kind === 'variable' ? judgeVariable(acquisition, holder.variable, context) : undefined;
  switch (holder.kind) {
    case 'variable':
      return (
        judgeVariable(acquisition, holder.variable, context)
        ?? judgeContainer(acquisition, holder.variable, context)
        ?? judgeFinished(acquisition, holder.variable, context)
      );
    case 'field':
      return judgeOwner(acquisition, holder, context) ?? judgeField(acquisition, holder, context);
    case 'part':
      return acquisition.lookalike ? undefined : judgePart(acquisition, holder.selector, context);
    case 'nobody':
      return acquisition.lookalike ? undefined : judgePart(acquisition, undefined, context);
    case 'elsewhere': // out of sight: whoever has it may release it, but for what the library itself keeps
      return judgeContainer(acquisition, undefined, context);
    case 'returned': // the caller's duty: its call is an acquisition of its own
      return undefined;
  }
}

function draft(
  acquisition: Acquisition,
  { fact, evidence, steps }: Verdict,
  relief: Relief | undefined,
  context: Context,
): Draft {
  const { rule, model } = context;
  const { giver } = acquisition;
  // A program that is not a library ends, and its files with it.
  const ends =
    rule.withError && model.name === 'main' ? 'program-ends' : endsSoon(acquisition, context) ? 'deadline' : undefined;
  return {
    rule: rule.id,
    evidence: { ...evidence, relief: relief ?? evidence.relief ?? ends },
    location: locate(acquisition.info.file.source, acquisition.call),
    fact,
    steps: giver ? [...steps.slice(0, 1), functionStep('given', giver.decl, giver), ...steps.slice(1)] : steps,
  };
}

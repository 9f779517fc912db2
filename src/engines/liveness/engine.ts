import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { functionCfgs } from '../../flow/function-cfg.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Liveness } from './rule.ts';
import { blockedReceives } from './receive/blocked-receives.ts';
import { blockedSends } from './send/blocked-sends.ts';
import type { Context } from './context.ts';
import { endlessLoops } from './loop/endless-loops.ts';
import { registeredSignals } from './signal/registered-signals.ts';
import { unendingRanges } from './range/unending-ranges.ts';
import type { Verdict } from './verdict.ts';

const answers: Readonly<Record<Liveness['question'], (context: Context) => readonly Verdict[]>> = {
  'unending-range': unendingRanges,
  'endless-loop': endlessLoops,
  'blocked-send': blockedSends,
  'blocked-receive': blockedReceives,
  'registered-signal': registeredSignals,
};

/** Runs one liveness rule over one package; only files that are reported on yield findings. */
export function checkLiveness(rule: Liveness, model: PackageModel): readonly Draft[] {
  return answers[rule.question]({ rule, model, cfgs: functionCfgs(model) })
    .filter(({ info }) => info.file.report)
    .map(({ at, info, fix, ...verdict }): Draft => ({
      rule: rule.id,
      location: locate(info.file.source, at),
      ...verdict,
      ...(fix && { fix }),
    }));
}

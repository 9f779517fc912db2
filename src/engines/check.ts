import type { Seeks } from '../findings/evidence.ts';
import type { Draft } from '../findings/finding.ts';
import type { PackageModel } from '../model/package-model.ts';
import { checkGrowth } from './growth/engine.ts';
import { checkLiveness } from './liveness/engine.ts';
import { checkEvictionGap } from './cache-eviction/engine.ts';
import { deferredInLoops } from './defer-in-loop/engine.ts';
import { droppedTransports } from './dropped-transport/engine.ts';
import { checkRegistry } from './registry/engine.ts';
import { checkUnboundedWait } from './unbounded-wait/engine.ts';
import { checkObligation, obligationsOf } from './obligation/engine.ts';
import type { Rule } from './kinds.ts';

/** Runs one rule over one package, by the engine of its kind. Levels and words come later. */
export function checkRule(rule: Rule, model: PackageModel, sought: Seeks): readonly Draft[] {
  switch (rule.engine) {
    case 'obligation':
      return [
        ...checkObligation(rule, model, sought),
        ...(rule.registry ? checkRegistry(rule, rule.registry, model) : []),
      ];
    case 'obligations':
      return obligationsOf(rule).flatMap((each) => checkObligation(each, model, sought));
    case 'liveness':
      return checkLiveness(rule, model);
    case 'cache-eviction':
      return checkEvictionGap(rule, model);
    case 'defer-in-loop':
      return deferredInLoops(rule, model);
    case 'dropped-transport':
      return droppedTransports(rule, model);
    case 'unbounded-wait':
      return checkUnboundedWait(rule, model);
    case 'growth':
      return checkGrowth(rule, model, sought);
  }
}

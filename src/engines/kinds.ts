import type { Seeks } from '../findings/evidence.ts';
import type { EvictionGap } from './cache-eviction/rule.ts';
import { needsOfEviction } from './cache-eviction/rule.ts';
import type { DeferInLoop } from './defer-in-loop/rule.ts';
import { needsOfDefer } from './defer-in-loop/rule.ts';
import type { DroppedTransport } from './dropped-transport/rule.ts';
import { needsOfTransport } from './dropped-transport/rule.ts';
import type { Growth } from './growth/rule.ts';
import { needsOfGrowth } from './growth/rule.ts';
import type { Liveness } from './liveness/rule.ts';
import { needsOfLiveness, soughtLiveness } from './liveness/rule.ts';
import type { Need } from './need.ts';
import type { Obligation, ObligationGroup } from './obligation/rule.ts';
import { needsOfKind, needsOfObligation, soughtResource } from './obligation/rule.ts';
import type { UnboundedWait } from './unbounded-wait/rule.ts';
import { needsOfWait, soughtWait } from './unbounded-wait/rule.ts';

/** All kinds of rules. Each names the engine that runs it. */
export type Rule =
  Obligation | ObligationGroup | Liveness | EvictionGap | DeferInLoop | DroppedTransport | UnboundedWait | Growth;

/**
 * What a package must hold for a rule to find anything in it. Of a rule about several kinds of resources: for any of
 * them.
 */
export function needsOf(rule: Rule): Need {
  switch (rule.engine) {
    case 'obligation':
      return needsOfObligation(rule);
    case 'obligations':
      return rule.kinds.flatMap(needsOfKind);
    case 'unbounded-wait':
      return needsOfWait(rule);
    case 'defer-in-loop':
      return needsOfDefer();
    case 'dropped-transport':
      return needsOfTransport(rule);
    case 'cache-eviction':
      return needsOfEviction(rule);
    case 'growth':
      return needsOfGrowth(rule);
    case 'liveness':
      return needsOfLiveness(rule);
  }
}

/** A rule without those data that can only lead to findings which are not sought; undefined where nothing is left. */
export function soughtRule(rule: Rule, seeks: Seeks): Rule | undefined {
  switch (rule.engine) {
    case 'obligation':
      return soughtResource(rule, seeks);
    case 'obligations':
      return { ...rule, kinds: rule.kinds.map((kind) => soughtResource(kind, seeks)) };
    case 'unbounded-wait':
      return soughtWait(rule, seeks);
    case 'liveness':
      return soughtLiveness(rule, seeks);
    default:
      return rule;
  }
}

import type { RuleInfo } from './report/meta.ts';
import type { Rule } from './spec.ts';

/** A rule as reports describe it, with its page. */
export function ruleInfo({ id, summary, tags }: Rule, help: string): RuleInfo {
  return { id, summary, tags, help, level: 'warning', precision: 'very-high' };
}

import type { RuleMeta } from '../spec.ts';
import type { RuleInfo } from './meta.ts';
import { pageAddress } from './tool.ts';

/**
 * A rule as reports describe it; `page` reads its page, which the repository of the tool has too if the rule is
 * `builtIn`.
 */
export function ruleInfo(
  { id, summary, tags, cwe = [], precision = 'medium' }: RuleMeta,
  page: () => string,
  builtIn: boolean,
): RuleInfo {
  const helpUri = builtIn ? pageAddress(id) : undefined;
  return { id, summary, tags, help: page, helpUri, level: 'warning', precision, cwe };
}

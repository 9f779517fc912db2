import { rulePage } from './rule-page.ts';
import type { Rule } from '../engines/kinds.ts';

/** What reads the page of a rule. Rules of the user's own have one that is made from what they say. */
export async function pageOf(rule: Rule, builtIn: readonly Rule[]): Promise<() => string> {
  if (builtIn.includes(rule) || rule.engine !== 'obligation') return () => rulePage(rule.id);
  const { resourcePage } = await import('../config/resource-page.ts');
  return () => resourcePage(rule);
}

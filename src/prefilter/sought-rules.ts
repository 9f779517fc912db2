import type { Rule } from '../engines/kinds.ts';
import { soughtRule } from '../engines/kinds.ts';
import type { Seeks } from '../findings/evidence.ts';

/**
 * The rules without those data that can only lead to findings which are not sought: no word of these opens a package.
 */
export function soughtRules(rules: readonly Rule[], seeks: Seeks): readonly Rule[] {
  return rules.flatMap((rule) => {
    const bySeeks = known.get(rule) ?? new WeakMap<Seeks, readonly Rule[]>();
    known.set(rule, bySeeks);
    const sought = bySeeks.get(seeks) ?? [soughtRule(rule, seeks) ?? []].flat();
    bySeeks.set(seeks, sought);
    return sought;
  });
}

/**
 * The lists of rules differ from folder to folder, the rules do not: what each needs is known by these objects, too.
 */
const known = new WeakMap<Rule, WeakMap<Seeks, readonly Rule[]>>();

import type { Rule } from '../engines/kinds.ts';
import { soughtRule } from '../engines/kinds.ts';
import type { Seeks } from '../findings/evidence.ts';

/** The rules without those data that can only lead to findings which are not sought: no word of these opens a package. */
export function soughtRules(rules: readonly Rule[], seeks: Seeks): readonly Rule[] {
  const bySeeks = known.get(rules) ?? new WeakMap<Seeks, readonly Rule[]>();
  known.set(rules, bySeeks);
  const sought = bySeeks.get(seeks) ?? rules.flatMap((rule) => soughtRule(rule, seeks) ?? []);
  bySeeks.set(seeks, sought);
  return sought;
}

/** The same rules are asked about for each package. */
const known = new WeakMap<readonly Rule[], WeakMap<Seeks, readonly Rule[]>>();

import type { PackageText, Rule } from '../spec.ts';

/**
 * Whether any of the rules could say anything about a package, judged by its bytes alone. Most packages hold none of
 * the words a finding needs and are never opened, let alone parsed. A word too few here would lose findings silently:
 * every rule's own data yields its words, and the name of the tool or a rule in a directive counts as one.
 */
export function couldFire(text: PackageText, rules: readonly Rule[]): boolean {
  const words = new Set(['golint-leaks', ...rules.flatMap(needles)]);
  return text.files.some((file) => [...words].some((word) => file.text.includes(word)));
}

function needles(rule: Rule): readonly string[] {
  const names = rule.acquire.map((name) => name.slice(name.lastIndexOf('.') + 1));
  return [rule.id, ...names, ...rule.lookalikes];
}

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
  switch (rule.engine) {
    case 'obligation':
      return [rule.id, ...[...rule.acquire, ...(rule.registry?.named ?? [])].map(tellingPart), ...rule.lookalikes];
    case 'misuse':
      return [rule.id, ...rule.caches.flatMap((cache) => cache.paths.map(withoutDots))];
  }
}

/** Of a function of a third party its import path, which is rare; of one of the standard library its name. */
function tellingPart(name: string): string {
  const dot = name.lastIndexOf('.');
  return name.includes('/') ? withoutDots(name.slice(0, dot)) : name.slice(dot + 1);
}

function withoutDots(path: string): string {
  return path.replace(/^\.\.\./, '');
}

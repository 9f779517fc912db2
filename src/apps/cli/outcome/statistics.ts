import type { Finding } from '../../../findings/finding.ts';
import { visible } from '../../../visible.ts';

/** How many findings each rule has, the most first, one rule to a line; nothing where there is none. */
export function statistics(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const rows = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  const width = String(rows[0]?.[1] ?? 0).length;
  return rows.map(([rule, count]) => `${String(count).padStart(width)}  ${visible(rule)}\n`).join('');
}

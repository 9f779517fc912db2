import type { Finding } from '../../../findings/finding.ts';
import { reasonOf } from '../../../findings/reason.ts';
import type { Outcome } from '../../../run.ts';
import { visible } from '../../../visible.ts';

/**
 * How many findings there are of each rule, level and reason, the most first, one kind to a line; behind them what was
 * left out: by directives of the source, as old. Nothing where there is none.
 */
export function statistics({ findings, suppressed, old }: Pick<Outcome, 'findings' | 'suppressed' | 'old'>): string {
  const counted = [
    ...rows(findings, (finding) => reasonOf(finding.evidence)),
    ...rows(suppressed.map(({ finding }) => finding), () => 'suppressed'),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(0, ...counted.map((row) => row[column]?.length ?? 0)));
  const lines = counted.map(([count = '', rule = '', level = '', reason = '']) =>
    `${count.padStart(widths[0] ?? 0)}  ${rule.padEnd(widths[1] ?? 0)}  ${level.padEnd(widths[2] ?? 0)}  ${reason}`);
  return [...lines, ...old.map((each) => `left out: ${visible(each)}`)].map((line) => `${line}\n`).join('');
}

/** Count, rule, level and reason of each kind. */
function rows(findings: readonly Finding[], reason: (finding: Finding) => string): readonly (readonly string[])[] {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = [visible(finding.rule), finding.level, reason(finding)].join('\t');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([key, count]) => [String(count), ...key.split('\t')]);
}

import type { Finding } from '../../findings/finding.ts';
import type { Level } from '../../spec.ts';

/**
 * What GitHub takes (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit).
 * A log with more results than `results` is rejected, and of the others the `shown` most severe are stored; of the way
 * of a result it shows so many `steps`, and rejects a log that has ten times as many.
 */
const limits = { results: 25_000, shown: 5_000, steps: 1_000 } as const;

const rank = { error: 0, warning: 1, note: 2 } as const satisfies Record<Level, number>;

/** The findings of one log, cut down to what GitHub takes. */
export interface LimitedFindings {
  /** In the order given. Those that GitHub will not show have no steps. */
  readonly findings: readonly Finding[];
  /** What is missing: a sentence each. */
  readonly notices: readonly string[];
}

/** Keeps the most severe findings (of equal ones the first), and says what it leaves out. */
export function limitFindings(findings: readonly Finding[]): LimitedFindings {
  const bySeverity = [...findings].sort((a, b) => rank[a.level] - rank[b.level]);
  const shown = new Set(bySeverity.slice(0, limits.shown));
  const kept = new Set(bySeverity.slice(0, limits.results));
  return {
    findings: findings.filter((each) => kept.has(each)).map((each) => (shown.has(each) ? withFewerSteps(each) : { ...each, steps: [] })),
    notices: [
      ...(findings.length > shown.size
        ? [
            `SARIF: of ${findings.length} findings GitHub shows the ${limits.shown} most severe; the others are in the log without their way to the leak`,
          ]
        : []),
      ...(findings.length > kept.size
        ? [
            `SARIF: ${findings.length - kept.size} findings, the least severe, are not in the log, because GitHub takes no more than ${limits.results}`,
          ]
        : []),
      ...(findings.some(isLong)
        ? [`SARIF: a way to a leak with more than ${limits.steps} steps is told by its first and its last ${limits.steps / 2}`]
        : []),
    ],
  };
}

function isLong({ steps }: Finding): boolean {
  return steps.length > limits.steps;
}

function withFewerSteps(finding: Finding): Finding {
  if (!isLong(finding)) return finding;
  const half = limits.steps / 2;
  return { ...finding, steps: [...finding.steps.slice(0, half), ...finding.steps.slice(-half)] };
}

import type { Finding } from '../../findings/finding.ts';
import type { Level } from '../../spec.ts';

/**
 * What GitHub takes
 * (https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit). A log
 * with more results than `results` is rejected, and of the others the `shown` most severe are stored; of the way of a
 * result it shows so many `steps`, and rejects a log that has ten times as many.
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
  const { kept, shown, notices } = mostSevere(findings, ({ level }) => level);
  return {
    findings: kept.map((each) => (shown.has(each) ? withFewerSteps(each) : { ...each, steps: [] })),
    notices: [
      ...notices,
      ...(findings.some(isLong)
        ? [`SARIF: a way to a leak with more than ${limits.steps} steps is told by its first and its last ${limits.steps / 2}`]
        : []),
    ],
  };
}

/**
 * Of findings, or results of logs, those that fit in a log, in the order given, and those that GitHub shows; what is
 * missing, a sentence each.
 */
export function mostSevere<Item>(
  items: readonly Item[], levelOf: (item: Item) => Level,
): { readonly kept: readonly Item[]; readonly shown: ReadonlySet<Item>; readonly notices: readonly string[] } {
  const bySeverity = [...items].sort((a, b) => rank[levelOf(a)] - rank[levelOf(b)]);
  const shown = new Set(bySeverity.slice(0, limits.shown));
  const kept = new Set(bySeverity.slice(0, limits.results));
  const inFew = `SARIF: of ${items.length} findings GitHub shows the ${limits.shown} most severe; the others are in the log without their way to the leak`;
  const cut = `SARIF: ${items.length - kept.size} findings, the least severe, are not in the log, because GitHub takes no more than ${limits.results}`;
  return {
    kept: items.filter((each) => kept.has(each)),
    shown,
    notices: [...(items.length > shown.size ? [inFew] : []), ...(items.length > kept.size ? [cut] : [])],
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

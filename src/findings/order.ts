import type { Finding } from './finding.ts';

/**
 * The findings in their one order (path, line, column, rule, then the fact; strings by code units), exact duplicates
 * removed.
 */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  const sorted = findings.map((finding) => ({ finding, text: canonical(finding) })).sort(compare);
  return sorted.filter(({ text }, i) => text !== sorted[i - 1]?.text).map(({ finding }) => finding);
}

interface Keyed {
  readonly finding: Finding;
  /** The whole finding as text: equal for equal findings only, so the order is total. */
  readonly text: string;
}

function compare({ finding: a, text: textOfA }: Keyed, { finding: b, text: textOfB }: Keyed): number {
  return compareText(a.location.path, b.location.path)
    || a.location.line - b.location.line
    || a.location.column - b.location.column
    || compareText(a.rule, b.rule)
    || compareText(canonical(a.fact), canonical(b.fact))
    || compareText(textOfA, textOfB);
}

/** Not localeCompare: the order must be the same on every machine. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** JSON with sorted keys: the order in which an engine wrote the properties says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isRecord(part) ? Object.fromEntries(sortedEntries(part)) : part,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sortedEntries(record: Readonly<Record<string, unknown>>): readonly (readonly [string, unknown])[] {
  return Object.entries(record).sort(([a], [b]) => compareText(a, b));
}

import type { Analysis } from '../analyze.ts';
import type { Finding, Fix } from '../findings/finding.ts';
import type { PackageText } from '../package-text.ts';
import type { Analyzer } from './analyzer.ts';
import { applyEdits } from './apply-edits.ts';
import { movedLines } from './moved-line.ts';

/** A finding that has a fix. */
export interface Fixable extends Finding {
  readonly fix: Fix;
}

/** A package and what the analysis says about it. */
export interface Analyzed {
  readonly text: PackageText;
  readonly analysis: Analysis;
}

/** Whether a finding has a fix. */
export function isFixable(finding: Finding): finding is Fixable {
  return finding.fix !== undefined;
}

/**
 * The package with the fixes made, if the new text bears them out: their findings are gone, there is none that was not
 * there before, and nothing that could be read has become unreadable. All fixes must be in one file, and apart.
 */
export function prove(
  { text, analysis: before }: Analyzed,
  fixes: readonly Fixable[],
  { analyze }: Analyzer,
): Analyzed | undefined {
  const path = fixes[0]?.location.path;
  const edits = fixes.flatMap(({ fix }) => fix.edits);
  const files = text.files.map((file) => (file.path === path ? { ...file, text: applyEdits(file.text, edits) } : file));
  const after = { text: { ...text, files }, analysis: analyze({ ...text, files }) };
  const moved = movedLines(edits);
  const made: ReadonlySet<Finding> = new Set(fixes);
  const expected = before.findings
    .filter((finding) => !made.has(finding))
    .map((finding) =>
      keyOf(finding, finding.location.path === path ? moved(finding.location.line) : finding.location.line),
    );
  const isBorneOut =
    isPart(
      after.analysis.findings.map((finding) => keyOf(finding, finding.location.line)),
      expected,
    )
    && after.analysis.suppressed.length === before.suppressed.length
    && unreadIn(after.analysis) <= unreadIn(before);
  return isBorneOut ? after : undefined;
}

/** What a finding is, and where; its words and columns may change with the lines around it. */
function keyOf({ rule, fact, location: { path } }: Finding, line: number): string {
  return [path, line, rule, fact.kind].join('\0');
}

/** Whether each of `some` is among `all`, as often as it occurs. */
function isPart(some: readonly string[], all: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const each of all) left.set(each, (left.get(each) ?? 0) + 1);
  return some.every((each) => {
    const count = left.get(each) ?? 0;
    left.set(each, count - 1);
    return count > 0;
  });
}

function unreadIn({ unread }: Analysis): number {
  return unread.reduce((sum, { declarations }) => sum + declarations, 0);
}

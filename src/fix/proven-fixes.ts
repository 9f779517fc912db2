import type { Analysis } from '../analyze.ts';
import type { Finding } from '../findings/finding.ts';
import type { Analyzer } from './analyzer.ts';
import { apart } from './apply-edits.ts';
import type { Analyzed, Fixable } from './prove.ts';
import { isFixable, prove } from './prove.ts';

/**
 * How often a package is analysed anew for one file at most: a hostile one has many fixes, and one bad fix sends us
 * through them.
 */
const maxProofs = 64;

/** The analysis with only those fixes that hold, none for what is suppressed; the findings themselves all stay. */
export function withProvenFixes(subject: Analyzed, analyzer: Analyzer): Analysis {
  const { analysis } = subject;
  const fixable = analysis.findings.filter(isFixable);
  const paths = [...new Set(fixable.map(({ location }) => location.path))];
  const proven: ReadonlySet<Finding> = new Set(paths.flatMap((path) => {
    const own = fixable.filter(({ location }) => location.path === path);
    return provenFixes(subject, own, analyzer);
  }));
  return {
    ...analysis,
    findings: analysis.findings.map((finding) => (proven.has(finding) ? finding : withoutFix(finding))),
    suppressed: analysis.suppressed.map((each) => ({ ...each, finding: withoutFix(each.finding) })),
  };
}

/**
 * Those of the fixes of one file that the changed text bears out (see `prove`). None in a file that holds what could
 * not be read: there a proof would not see everything.
 */
export function provenFixes(subject: Analyzed, fixes: readonly Fixable[], analyzer: Analyzer): readonly Fixable[] {
  const file = subject.text.files.find(({ path }) => path === fixes[0]?.location.path);
  if (!file || !analyzer.isIntact(file)) return [];
  let left = maxProofs;
  const holding = (some: readonly Fixable[]): readonly Fixable[] => {
    if (some.length === 0 || left-- <= 0) return [];
    if (prove(subject, some, analyzer)) return some;
    const middle = some.length >> 1;
    return some.length === 1 ? [] : [...holding(some.slice(0, middle)), ...holding(some.slice(middle))];
  };
  const together = apart(fixes);
  // Those that touch others cannot be made in one go with them.
  const others = fixes.filter((each) => !together.includes(each));
  return [together, ...others.map((each) => [each])].flatMap(holding);
}

function withoutFix({ fix: _, ...finding }: Finding): Finding {
  return finding;
}

import type { Finding, Fix, Unread } from '../../../findings/finding.ts';
import { fix, fixText, message, stepText } from '../../../findings/message.ts';
import { applyEdits } from '../../../fix/apply-edits.ts';
import { unifiedDiff } from '../../../fix/unified-diff.ts';
import { wayOf } from '../../../report/way.ts';
import type { Project } from '../project.ts';
import type { Analysed } from './analysed.ts';
import type { DiffLine, Place, Shown, ShownFinding, ShownFix, ShownStep } from './shown.ts';

/** What is shown of an analysis. */
export function show({ findings, analyses }: Analysed, project: Project): Shown {
  return {
    findings: findings.map((finding) => shownFinding(finding, project)),
    notices: [
      ...analyses.flatMap(({ unread }) => unread.map(unreadWords)),
      ...suppressedWords(analyses.reduce((sum, { suppressed }) => sum + suppressed.length, 0)),
      ...analyses.flatMap(({ failures }) =>
        failures.map(({ rule, path, reason }) => `A mistake of ours in ${path}, ${rule ?? 'all rules'}: ${reason}.`),
      ),
    ],
  };
}

/** The key of a finding: see ShownFinding. */
export function keyOf({ rule, fingerprint, location: { path } }: Finding): string {
  return `${path} ${rule} ${fingerprint}`;
}

function shownFinding(finding: Finding, project: Project): ShownFinding {
  const { rule, level, location, steps } = finding;
  const start = steps.some(({ kind }) => kind === 'acquired') ? stepText({ kind: 'acquired', location }) : 'found here';
  return {
    ...placeOf(location), key: keyOf(finding), rule, level,
    message: message(finding),
    advice: fix(finding),
    way: steps.length === 0 ? [] : wayOf(finding).map(({ location: at, order, text }): ShownStep => ({
      ...placeOf(at), order, text: text === '' ? start : text,
    })),
    fix: finding.fix && shownFix(finding.fix, location.path, project),
  };
}

function placeOf({ path, line, column, endColumn }: Place): Place {
  return { path, line, column, endColumn };
}

function shownFix(change: Fix, path: string, { files }: Project): ShownFix | undefined {
  const before = files.find((file) => file.path === path)?.text;
  if (before === undefined) return undefined;
  return {
    words: fixText(change),
    edits: change.edits.map(({ pos, end, text }) => ({ pos, end, text })),
    diff: diffLines(unifiedDiff(path, before, applyEdits(before, change.edits))),
  };
}

const kinds = { ' ': 'same', '+': 'added', '-': 'removed', '@': 'place' } as const;

/** The lines of a diff below its head. */
function diffLines(diff: string): readonly DiffLine[] {
  return diff.split('\n').slice(2).flatMap((line): DiffLine[] => {
    const sign = line.charAt(0);
    if (sign !== ' ' && sign !== '+' && sign !== '-' && sign !== '@') return [];
    return [{ kind: kinds[sign], text: sign === '@' ? line : line.slice(1) }];
  });
}

function unreadWords({ path, declarations, places }: Unread): string {
  const [first] = places;
  const where = first ? `, line ${first.line}: ${first.why}` : '';
  return `${path}: ${declarations} ${declarations === 1 ? 'declaration' : 'declarations'} could not be read${where}.`;
}

function suppressedWords(count: number): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? 'finding is' : 'findings are'} suppressed in the source.`];
}

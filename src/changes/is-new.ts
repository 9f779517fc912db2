import type { Finding } from '../findings/finding.ts';
import type { ChangedLines } from './changed-lines.ts';

/** What happened to a file: some lines, or all of it is new. */
export type FileChanges = ChangedLines | 'new';

/**
 * Whether the changes brought a finding about: its line or a step of its way was added or changed (a new early return),
 * or a line between its place and the end of its way that spoke of the resource was taken out (the Stop).
 */
export function isNew(finding: Finding, changesOf: (path: string) => FileChanges): boolean {
  const lines = [finding.location, ...finding.steps.map(({ location }) => location)];
  return (
    lines.some(({ path, line }) => isAdded(changesOf(path), line))
    || hasLost(finding, changesOf(finding.location.path))
    || finding.steps.some(
      ({ location: { path, line }, lastLine = line }) => lastLine > line && isChanged(changesOf(path), line, lastLine),
    )
  );
}

/** Whether a line of a function was added, changed or taken out. */
function isChanged(changes: FileChanges, first: number, last: number): boolean {
  if (changes === 'new') return true;
  return (
    [...changes.added].some((line) => first <= line && line <= last)
    || changes.removed.some(({ after }) => first <= after && after < last)
  );
}

function isAdded(changes: FileChanges, line: number): boolean {
  return changes === 'new' || changes.added.has(line);
}

function hasLost(finding: Finding, changes: FileChanges): boolean {
  const words = wordsOf(finding);
  if (changes === 'new' || words.length === 0) return false;
  const lines = [finding.location, ...finding.steps.map(({ location }) => location)]
    .flatMap(({ path, line }) => (path === finding.location.path ? [line] : []));
  const from = Math.min(...lines);
  const to = Math.max(...lines, from + 1);
  return changes.removed.some(
    ({ after, text }) => from <= after && after < to && identifiers(text).some((word) => words.includes(word)),
  );
}

/** The names by which a line would speak of what the finding is about: `ticker`, `Stop`. */
function wordsOf({ fact }: Finding): readonly string[] {
  if ('resource' in fact) return [fact.resource.release, ...identifiers(fact.resource.holder ?? '').slice(-1)];
  return 'channel' in fact ? identifiers(fact.channel).slice(-1) : [];
}

function identifiers(text: string): readonly string[] {
  return text.match(/[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*/gu) ?? [];
}

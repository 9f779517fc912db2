import { rules } from '../../rules/index.ts';
import type { Analysis } from '../../src/analyze.ts';
import { analyze } from '../../src/analyze.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { isShown } from '../../src/folder/is-shown.ts';
import { seeks } from '../../src/grade.ts';
import { candidateRules } from '../../src/prefilter/candidate-rules.ts';
import type { PackageText } from '../../src/package-text.ts';
import type { Confidence } from '../../src/spec.ts';
import { openFile, sourceOf } from '../../src/syntax/source-file.ts';
import { parser } from '../parse-go.ts';

/** What a run finds in a package that is asked for findings of this confidence at least, gates included. */
function gated(text: PackageText, wanted: Confidence): Analysis {
  const files = text.files.map((file) => ({ source: sourceOf(file), report: file.report }));
  return analyze(parser, text, { rules, all: true, candidates: candidateRules(files, rules, seeks(wanted)), wanted });
}

/** What a strict run finds. */
export function strictly(text: PackageText): Analysis {
  return gated(text, 'medium');
}

/** Whether a strict run without any gate gives the same, counts of what was unread and unused directives included. */
export function isSameUngated(text: PackageText): boolean {
  return JSON.stringify(analyze(parser, text, { rules, all: true })) === JSON.stringify(strictly(text));
}

/** Whether a run by default shows all that it may of what a strict one finds, and nothing else, word for word. */
export function isPartByDefault(text: PackageText): boolean {
  const shown = ({ findings }: Analysis): string =>
    JSON.stringify(findings.filter((finding) => isShown(finding, { strict: false })));
  return shown(gated(text, 'high')) === shown(strictly(text));
}

/** What is found in which function, sorted: `ticker-not-stopped, warning, high in poller.run`. */
export function findingsByFunction(text: PackageText): readonly string[] {
  const { findings, unread } = strictly(text);
  const ofFiles = new Map(text.files.map((file) => [file.path, functionAt(file.path, file.text)]));
  const found = findings.map(({ rule, level, confidence, location }) =>
    `${rule}, ${level}, ${confidence} in ${ofFiles.get(location.path)?.(location)}`);
  return [...found, ...unread.map(({ declarations }) => `${declarations} unread`)].sort();
}

/** Names the declaration at a place of a file: a function, a method with its type, or else its kind. */
function functionAt(path: string, text: string): (place: Finding['location']) => string {
  const { declarations } = openFile(path, text);
  const lines = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return ({ line, column }) => {
    const at = (lines[line - 1] ?? 0) + column - 1;
    const around = declarations.find(({ pos, end }) => pos <= at && at < end);
    return [around?.receiver ?? [], around?.name ?? around?.kind ?? 'no declaration'].flat().join('.');
  };
}

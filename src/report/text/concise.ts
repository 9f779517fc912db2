import type { Finding } from '../../findings/finding.ts';
import { inert } from '../../visible.ts';
import { headLine } from './head-line.ts';
import type { ReportMeta } from '../meta.ts';
import { shortNoteLines } from './short-notes.ts';

/** One line for each finding: for grep, editors, problem matchers and terminals that are short of room. */
export function reportConcise(findings: readonly Finding[], { shortNotes = [] }: ReportMeta): string {
  return inert(findings.map((finding) => `${headLine(finding)}\n`).join('') + shortNoteLines(shortNotes, headLine));
}

import type { Finding } from '../findings/finding.ts';
import { inert } from '../visible.ts';
import { headLine } from './head-line.ts';

/** One line for each finding: for grep, editors, problem matchers and terminals that are short of room. */
export function reportConcise(findings: readonly Finding[]): string {
  return inert(findings.map((finding) => `${headLine(finding)}\n`).join(''));
}

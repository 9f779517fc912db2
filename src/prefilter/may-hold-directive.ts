import type { Rule } from '../spec.ts';
import type { Candidate } from './candidate-rules.ts';

/** Whether a directive may speak to this tool: one that matches nothing is reported, though nothing else is found. */
export function mayHoldDirective(files: readonly Candidate[], rules: readonly Rule[]): boolean {
  return files.some(
    ({ source }) => source.mayHold('lint:') && (source.mayHold('golint-leaks') || rules.some((rule) => source.mayHold(rule.id))),
  );
}

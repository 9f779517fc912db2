import type { Outcome } from '../../../run.ts';

/** What broke down, a mistake of ours, in a sentence. */
export function failureText({ rule, path, reason }: Outcome['failures'][number]): string {
  const where = rule === undefined ? `${path} could not be analysed` : `internal error in rule ${rule} on ${path}`;
  return `error: ${where}: ${reason}; the findings of the others are complete, please report this`;
}

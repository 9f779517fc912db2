import type { Options } from './options.ts';
import { reaches } from './reaches.ts';
import type { Outcome } from './run.ts';

/** 2 where a pattern led nowhere; 1 for findings at or above the threshold, or something fixed, which a hook must not pass over; else 0. */
export function exitCode(
  { complaints, findings, mended }: Pick<Outcome, 'complaints' | 'findings' | 'mended'>, { failOn }: Pick<Options, 'failOn'>,
): 0 | 1 | 2 {
  if (complaints.some((complaint) => complaint.severity === 'error')) return 2;
  return mended.length > 0 || findings.some(({ level }) => reaches(level, failOn)) ? 1 : 0;
}

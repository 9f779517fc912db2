import type { Options } from '../arguments/options.ts';
import { reaches } from '../../../folder/reaches.ts';
import type { Outcome } from '../../../run.ts';

/**
 * 2 where a pattern led nowhere, or something of ours broke down: what was found is then not all there is; 1 for findings at
 * or above the threshold, or something fixed, which a hook must not pass over; else 0.
 */
export function exitCode(
  { complaints, failures, findings, mended }: Pick<Outcome, 'complaints' | 'failures' | 'findings' | 'mended'>,
  { failOn }: Pick<Options, 'failOn'>,
): 0 | 1 | 2 {
  if (failures.length > 0 || complaints.some((complaint) => complaint.severity === 'error')) return 2;
  return mended.length > 0 || findings.some(({ level }) => reaches(level, failOn)) ? 1 : 0;
}

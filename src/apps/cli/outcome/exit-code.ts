import { reaches } from '../../../folder/reaches.ts';
import type { Outcome } from '../../../run.ts';

/**
 * 2 where a pattern led nowhere, what is named cannot be read, or something of ours broke down: what was found is then
 * not all there is; 1 for findings at or above the threshold of their folder, or something fixed, which a hook must not
 * pass over; else 0.
 */
export function exitCode({
  complaints,
  failures,
  findings,
  mended,
  looked,
}: Pick<Outcome, 'complaints' | 'failures' | 'findings' | 'mended' | 'looked'>): 0 | 1 | 2 {
  if (failures.length > 0 || complaints.some((complaint) => complaint.severity === 'error')) return 2;
  const thresholds = new Map(looked.flatMap(({ files, failOn }) => files.map((file) => [file, failOn] as const)));
  return mended.length > 0
    || findings.some(({ level, location }) => reaches(level, thresholds.get(location.path) ?? 'warning'))
    ? 1
    : 0;
}

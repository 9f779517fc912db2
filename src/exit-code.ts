import type { Level } from './spec.ts';
import type { Options } from './options.ts';
import type { Outcome } from './run.ts';

const severity = { note: 1, warning: 2, error: 3, never: 4 } as const satisfies Record<Level | 'never', number>;

/** 2 where a pattern led nowhere, 1 for findings at or above the threshold, else 0. */
export function exitCode({ complaints, findings }: Pick<Outcome, 'complaints' | 'findings'>, { failOn }: Pick<Options, 'failOn'>): 0 | 1 | 2 {
  if (complaints.some((complaint) => complaint.severity === 'error')) return 2;
  return findings.some((finding) => severity[finding.level] >= severity[failOn]) ? 1 : 0;
}

import type { RunOptions } from '../run-options.ts';

/** Whether anything is to be done about fixes: proving them takes time. */
export function wantsFixes({ fix, carriesFixes }: Pick<RunOptions, 'fix' | 'carriesFixes'>): boolean {
  return fix !== 'off' || carriesFixes;
}

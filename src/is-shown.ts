import type { Finding } from './findings/finding.ts';
import type { Options } from './options.ts';

/** Whether a finding is to be shown: without `strict` those of medium confidence are left out. */
export function isShown({ confidence }: Finding, { strict }: Pick<Options, 'strict'>): boolean {
  return strict || confidence === 'high';
}

import type { Finding } from './findings/finding.ts';

/** Whether a finding is to be shown: without `strict` those of medium confidence are left out. */
export function isShown({ confidence }: Finding, { strict }: { readonly strict: boolean }): boolean {
  return strict || confidence === 'high';
}

import type { Options } from './options.ts';

/** Whether anything is to be done about fixes: a text report shows none, and proving them takes time. */
export function wantsFixes({ fix, reports }: Pick<Options, 'fix' | 'reports'>): boolean {
  return fix !== 'off' || reports.some(({ format }) => format === 'json' || format === 'sarif');
}

import type { Level } from '../../../spec.ts';
import type { Shown } from '../session/shown.ts';

/** What was found, in one sentence: `1 error, 2 warnings and 1 note.` */
export function summary({ findings }: Shown): string {
  const counts = (['error', 'warning', 'note'] as const satisfies readonly Level[])
    .map((level) => ({ level, count: findings.filter((finding) => finding.level === level).length }))
    .filter(({ count }) => count > 0)
    .map(({ level, count }) => `${count} ${level}${count === 1 ? '' : 's'}`);
  if (counts.length === 0) return 'No leaks found.';
  const last = counts.at(-1) ?? '';
  return `${counts.length === 1 ? last : `${counts.slice(0, -1).join(', ')} and ${last}`}.`;
}

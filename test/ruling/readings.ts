import type { Judged } from './verdict.ts';

/** What two readers disagree about, and how much was read only once, in lines. */
export function readings(judged: readonly Judged[]): readonly string[] {
  const differ = judged.filter(({ verdict, second }) => second !== null && second !== verdict);
  const once = judged.filter(({ second }) => second === null).length;
  const told = differ.map(({ module, file, line, rule, verdict, reason, second, secondReason = 'no reason' }) =>
    `${module} ${file}:${line} ${rule}: ${verdict} (${reason}); second reading: ${second} (${secondReason})`);
  return [...told, `${judged.length} findings read, ${once} of them once; the two readings differ in ${differ.length}`];
}

import type { Judged, Verdict } from './verdict.ts';
import { verdicts } from './verdict.ts';

/** What two readers disagree about, and how much was read only once, in lines. */
export function readings(judged: readonly Judged[]): readonly string[] {
  const differ = judged.filter(({ verdict, second }) => second !== null && second !== verdict);
  const once = judged.filter(({ second }) => second === null).length;
  const told = differ.map(({ module, file, line, rule, verdict, reason, second, secondReason = 'no reason' }) =>
    `${module} ${file}:${line} ${rule}: ${verdict} (${reason}); second reading: ${second} (${secondReason})`);
  return [...told, `${judged.length} findings read, ${once} of them once; the two readings differ in ${differ.length}`];
}

/** In Markdown, how often each pair of verdicts was given: a row for each first verdict, a column for each second. */
export function agreement(judged: readonly Judged[]): string {
  const twice = judged.filter(({ second }) => second !== null);
  const count = (first: Verdict, second: Verdict): number =>
    twice.filter((each) => each.verdict === first && each.second === second).length;
  const same = verdicts.reduce((sum, verdict) => sum + count(verdict, verdict), 0);
  const percent = twice.length === 0 ? 0 : Math.round((100 * same) / twice.length);
  return [
    `| first reading | ${verdicts.map((verdict) => `second: ${verdict}`).join(' | ')} |`,
    `|---|${'--:|'.repeat(verdicts.length)}`,
    ...verdicts.map((first) => `| ${first} | ${verdicts.map((second) => count(first, second) || '').join(' | ')} |`),
    '',
    `Both readings say the same of ${same} of ${twice.length} findings (${percent} %).`,
  ].join('\n');
}

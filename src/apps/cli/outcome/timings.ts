import type { Stopwatch } from '../../../stopwatch.ts';

/** What took how long, the longest first: phases of the run, and rules by their ids. */
export function timingLines({ totals }: Stopwatch): readonly string[] {
  const rows = [...totals()].sort(([, a], [, b]) => b - a);
  const all = rows.reduce((sum, [, time]) => sum + time, 0);
  const width = Math.max(...rows.map(([name]) => name.length), 'all'.length);
  return [...rows, ['all', all] as const].map(([name, time]) =>
    `${name.padEnd(width)}  ${time.toFixed(1).padStart(9)} ms  ${((100 * time) / Math.max(all, 0.001)).toFixed(0).padStart(3)} %`);
}

import { expect, test } from 'vitest';
import { progressLine } from '../../src/apps/cli/outcome/progress.ts';

/** A line that is told of a folder at each of these times, and then cleared: what it writes. */
function written(...times: readonly number[]): readonly string[] {
  const texts: string[] = [];
  const clock = [0, ...times];
  const line = progressLine((text) => texts.push(text), () => clock.shift() ?? 0);
  for (const time of times) line.tell(time, 9000);
  line.clear();
  return texts;
}

test('nothing in the first second, and then nothing to clear', () => {
  expect(written(1, 500, 999)).toEqual([]);
});

test('later one line, drawn at most ten times a second, cleared at the end', () => {
  expect(written(999, 1000, 1050, 1099, 1100, 2000)).toEqual([
    '\r\x1b[Kgolint-leaks: 1000 of 9000 folders',
    '\r\x1b[Kgolint-leaks: 1100 of 9000 folders',
    '\r\x1b[Kgolint-leaks: 2000 of 9000 folders',
    '\r\x1b[K',
  ]);
});

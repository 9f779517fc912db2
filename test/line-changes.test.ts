import { expect, test } from 'vitest';
import { lineChanges } from '../src/line-changes.ts';

/** All texts of up to four lines, each `a` or `b`. */
const texts = ['', 'a', 'b']
  .concat(
    ...[2, 3, 4].map((length) =>
      Array.from({ length: 2 ** length }, (_, bits) =>
        [...bits.toString(2).padStart(length, '0')].map((bit) => (bit === '0' ? 'a' : 'b')).join(''),
      ),
    ),
  )
  .map((text) => [...text]);

test('the changes lead from one text to the other, and are apart', () => {
  for (const old of texts) {
    for (const now of texts) {
      const changes = lineChanges(old, now);
      const made: string[] = [];
      let at = 0;
      for (const { from, to, newFrom, newTo } of changes) {
        made.push(...old.slice(at, from), ...now.slice(newFrom, newTo));
        at = to;
      }
      expect([...made, ...old.slice(at)], `${old} -> ${now}`).toEqual(now);
      expect(
        changes.every(
          ({ from, newFrom }, i) =>
            i === 0 || (from > (changes[i - 1]?.to ?? 0) && newFrom > (changes[i - 1]?.newTo ?? 0)),
        ),
      ).toBe(true);
    }
  }
});

test('texts with nothing in common are one change, in time', () => {
  const old = Array.from({ length: 5000 }, (_, i) => `old ${i}`);
  const now = Array.from({ length: 5000 }, (_, i) => `new ${i}`);
  expect(lineChanges(old, now)).toEqual([{ from: 0, to: 5000, newFrom: 0, newTo: 5000 }]);
});

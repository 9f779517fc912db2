import { expect, test } from 'vitest';
import { nearestWord } from '../src/nearest-word.ts';

test.each([
  ['rule', ['rules', 'exclude'], 'rules'],
  ['Go-Version', ['rules', 'go-version'], 'go-version'],
  ['ticker-not-stoped', ['ticker-not-stopped', 'timer-not-stopped'], 'ticker-not-stopped'],
  ['xyz', ['rules', 'exclude'], undefined],
  ['of', ['off', 'note'], 'off'],
  ['x'.repeat(1000), ['x'], undefined],
  ['', ['off'], undefined],
])('%s', (word, known, nearest) => {
  expect(nearestWord(word, known)).toBe(nearest);
});

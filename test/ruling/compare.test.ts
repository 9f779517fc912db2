import { expect, test } from 'vitest';
import { compare } from './compare.ts';
import type { Found, Judged } from './verdict.ts';

const found: Found = {
  module: 'example.com/m', file: 'a.go', line: 3, rule: 'blocked-send', fingerprint: 'aa:1', level: 'warning',
  stands: 'default',
};
const judged: Judged = { ...found, verdict: 'harmless', reason: 'test support', second: null };
const noText = (): undefined => undefined;

test('knows a finding again on its line, as it is reported now', () => {
  const now = { ...found, level: 'note', stands: 'note', fingerprint: 'bb:1' } as const;
  const { known, moved, unread, silent } = compare([judged], [now], noText);
  expect(known).toEqual([{ ...judged, ...now }]);
  expect([...moved, ...unread, ...silent]).toEqual([]);
});

test('knows a finding that has moved by its fingerprint', () => {
  const { known, moved, unread } = compare([judged], [{ ...found, line: 9 }], noText);
  expect(known).toEqual([{ ...judged, line: 9 }]);
  expect(moved).toEqual(known);
  expect(unread).toEqual([]);
});

test('knows a finding that has moved by the text of its line', () => {
  const text = new Map([[3, 'c <- 1'], [9, 'c <- 1'], [10, 'c <- 2']]);
  const now = { ...found, line: 9, fingerprint: 'bb:1' };
  const other = { ...found, line: 10, fingerprint: 'cc:1' };
  const { moved, unread } = compare([judged], [other, now], (_module, _file, line) => text.get(line));
  expect(moved).toEqual([{ ...judged, ...now }]);
  expect(unread).toEqual([other]);
});

test('prefers the finding on the same line, and lets each judged one answer once', () => {
  const moved = { ...found, line: 9 };
  const { known, unread } = compare([judged], [moved, found], noText);
  expect(known).toEqual([judged]);
  expect(unread).toEqual([moved]);
});

const others = [{ rule: 'blocked-receive' }, { file: 'b.go' }, { module: 'example.com/n' }];

test.each(others)('takes %o for another finding', (other) => {
  const now = { ...found, ...other };
  const { unread, gone } = compare([judged], [now], () => 'c <- 1');
  expect(unread).toEqual([now]);
  expect(gone).toEqual([judged]);
});

test('keeps the verdict of what is silent, until it is reported again', () => {
  const { silent, gone } = compare([judged], [], noText);
  expect(gone).toEqual([judged]);
  expect(silent).toEqual([{ ...judged, stands: 'silent' }]);
  expect(compare(silent, [], noText).gone).toEqual([]);
  expect(compare(silent, [found], noText).known).toEqual([judged]);
});

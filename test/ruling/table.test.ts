import { expect, test } from 'vitest';
import { agreement, readings } from './readings.ts';
import { table } from './table.ts';
import type { Judged } from './verdict.ts';

const note = { rule: 'resource-not-closed', level: 'note', stands: 'note' } as const;
const warning = { rule: 'blocked-send', level: 'warning', stands: 'default' } as const;

test('counts shares for each place, rule and level, and leaves out what is silent', () => {
  const findings = [
    { ...note, verdict: 'harmless' }, { ...warning, verdict: 'worth a fix' }, { ...warning, verdict: 'wrong' }, warning,
    { ...warning, level: 'error', verdict: 'wrong' }, { ...warning, stands: 'silent', verdict: 'wrong' },
  ] as const;
  expect(table(findings).split('\n')).toEqual([
    '| | findings | worth a fix | harmless | wrong | unread |',
    '|---|--:|--:|--:|--:|--:|',
    '| **warnings and errors of the default set** | 4 | 1 (25 %) |  | 2 (50 %) | 1 (25 %) |',
    '| blocked-send, error | 1 |  |  | 1 (100 %) |  |',
    '| blocked-send, warning | 3 | 1 (33 %) |  | 1 (33 %) | 1 (33 %) |',
    '| **notes of the default set** | 1 |  | 1 (100 %) |  |  |',
    '| resource-not-closed, note | 1 |  | 1 (100 %) |  |  |',
  ]);
});

const first: Judged = {
  ...warning, module: 'example.com/m', file: 'a.go', line: 3, fingerprint: 'aa:1', verdict: 'harmless', reason: 'once',
  second: null,
};
const other: Judged = { ...first, second: 'wrong', secondReason: 'closed by the caller' };

test('lists where two readings differ', () => {
  expect(readings([first, { ...first, second: 'harmless' }, other])).toEqual([
    'example.com/m a.go:3 blocked-send: harmless (once); second reading: wrong (closed by the caller)',
    '3 findings read, 1 of them once; the two readings differ in 1',
  ]);
});

test('counts how often two readings say the same, without what was read once', () => {
  const same: Judged = { ...first, second: 'harmless' };
  const fix: Judged = { ...first, verdict: 'worth a fix', second: 'worth a fix' };
  expect(agreement([first, same, other, fix]).split('\n')).toEqual([
    '| first reading | second: worth a fix | second: harmless | second: wrong |',
    '|---|--:|--:|--:|',
    '| worth a fix | 1 |  |  |',
    '| harmless |  | 1 | 1 |',
    '| wrong |  |  |  |',
    '',
    'Both readings say the same of 2 of 3 findings (67 %).',
  ]);
});

import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { openFile } from '../../src/syntax/source-file.ts';
import { mayHoldDirective } from '../../src/prefilter/may-hold-directive.ts';

const holds = (line: string): boolean =>
  mayHoldDirective([{ source: openFile('a.go', `package p\n\n${line}\n`), report: true }], rules);

test('a directive makes a package worth opening', () => {
  expect(holds('var x = 1 //nolint:ticker-not-stopped')).toBe(true);
  expect(holds('var x = 1 //nolint:golint-leaks')).toBe(true);
  expect(holds('var x = 1 //nolint:ticker-not-stoped')).toBe(true);
  expect(holds('var x = 1 //nolint:errcheck')).toBe(false);
  expect(holds('var x = 1 //lint:ignore SA1015 a-b is one-off')).toBe(false);
});

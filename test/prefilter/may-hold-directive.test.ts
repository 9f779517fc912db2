import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { mayHoldDirective } from '../../src/prefilter/may-hold-directive.ts';

const holds = (line: string): boolean =>
  mayHoldDirective(
    {
      name: 'p',
      files: [{ path: 'a.go', text: `package p\n\n${line}\n`, report: true }],
      go: { version: undefined, toolchain: undefined, godebug: {} },
    },
    rules,
  );

test('a directive makes a package worth opening', () => {
  expect(holds('var x = 1 //nolint:ticker-not-stopped')).toBe(true);
  expect(holds('var x = 1 //nolint:golint-leaks')).toBe(true);
  expect(holds('var x = 1 //nolint:errcheck')).toBe(false);
});

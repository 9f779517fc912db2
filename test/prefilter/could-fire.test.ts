import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { couldFire } from '../../src/prefilter/could-fire.ts';
import type { PackageText } from '../../src/spec.ts';
import { fixtures, ruleFolders } from '../rules/fixtures.ts';

function text(...sources: readonly string[]): PackageText {
  return { name: 'p', files: sources.map((source, i) => ({ path: `${i}.go`, text: source, report: true })), go: { version: undefined, toolchain: undefined, godebug: {} } };
}

test('a package without any word of a finding is passed over', () => {
  expect(couldFire(text('package p\n\nfunc f() int { return 1 }\n', 'package p\n'), rules)).toBe(false);
});

test('one word in one file is enough, and so is a directive that may be unused', () => {
  expect(couldFire(text('package p\n', 'package p\n\nvar f = time.NewTicker\n'), rules)).toBe(true);
  expect(couldFire(text('package p\n\nvar x = 1 //nolint:ticker-not-stopped\n'), rules)).toBe(true);
  expect(couldFire(text('package p\n\nvar x = 1 //nolint:golint-leaks\n'), rules)).toBe(true);
});

describe.each(ruleFolders())('%s', (rule) => {
  test.each(fixtures(rule, 'leaky'))('$name passes', (fixture) => {
    expect(couldFire(fixture.text, rules.filter(({ id }) => id === rule))).toBe(true);
  });
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { couldFire, mayHoldDirective } from '../../src/prefilter/could-fire.ts';
import type { PackageText } from '../../src/spec.ts';
import { fixtures, ruleFolders } from '../rules/fixtures.ts';

function text(...sources: readonly string[]): PackageText {
  return { name: 'p', files: sources.map((source, i) => ({ path: `${i}.go`, text: source, report: true })), go: { version: undefined, toolchain: undefined, godebug: {} } };
}

const firing = (source: PackageText): readonly string[] => rules.filter((rule) => couldFire(source, rule)).map((rule) => rule.id);

test('a package without any word of a finding is passed over', () => {
  expect(firing(text('package p\n\nfunc f() int { return 1 }\n', 'package p\n'))).toEqual([]);
});

test('one word in one file is enough, for the rules whose word it is', () => {
  expect(firing(text('package p\n', 'package p\n\nvar f = time.NewTicker\n'))).toEqual(['ticker-not-stopped']);
});

test('an import path counts where imports stand, not in the text of functions', () => {
  const path = 'github.com/patrickmn/go-cache';
  expect(firing(text(`package p\n\nimport "${path}"\n`))).toEqual(['cache-overwrite-skips-eviction']);
  expect(firing(text(`package p\n\nfunc f() string { return "${path}" }\n`))).toEqual([]);
});

test('a directive makes a package worth opening', () => {
  expect(mayHoldDirective(text('package p\n\nvar x = 1 //nolint:ticker-not-stopped\n'), rules)).toBe(true);
  expect(mayHoldDirective(text('package p\n\nvar x = 1 //nolint:golint-leaks\n'), rules)).toBe(true);
  expect(mayHoldDirective(text('package p\n\nvar x = 1 //nolint:errcheck\n'), rules)).toBe(false);
});

describe.each(ruleFolders())('%s', (rule) => {
  test.each(fixtures(rule, 'leaky'))('$name passes', (fixture) => {
    expect(firing(fixture.text)).toContain(rule);
  });
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { candidateRules } from '../../src/prefilter/candidate-rules.ts';
import type { PackageText } from '../../src/package-text.ts';
import { sourceOf } from '../../src/syntax/source-file.ts';
import { fixtures, ruleFolders } from '../rules/fixtures.ts';

function text(...sources: readonly string[]): PackageText {
  return {
    name: 'p',
    files: sources.map((source, i) => ({ path: `${i}.go`, text: source, report: true })),
    go: { version: undefined, toolchain: undefined, godebug: {} },
  };
}

function firing({ files }: PackageText): readonly string[] {
  const candidates = files.map((file) => ({ source: sourceOf(file), report: file.report }));
  return candidateRules(candidates, rules, () => true).map((rule) => rule.id);
}

test('a package without any word of a finding is passed over', () => {
  expect(firing(text('package p\n\nfunc f() int { return 1 }\n', 'package p\n'))).toEqual([]);
});

test('one word in one file is enough, for the rules whose word it is', () => {
  expect(firing(text('package p\n', 'package p\n\nimport "time"\n\nvar f = time.NewTicker\n'))).toEqual([
    'ticker-not-stopped',
  ]);
});

test('an import path counts where imports stand, not in the text of functions', () => {
  const path = 'github.com/patrickmn/go-cache';
  expect(firing(text(`package p\n\nimport "${path}"\n`))).toEqual(['cache-overwrite-skips-eviction']);
  expect(firing(text(`package p\n\nfunc f() string { return "${path}" }\n`))).toEqual([]);
});

describe.each(ruleFolders())('%s', (rule) => {
  test.each(fixtures(rule, 'leaky'))('$name passes', (fixture) => {
    expect(firing(fixture.text)).toContain(rule);
  });
});

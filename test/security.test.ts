import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { mostSteps } from '../src/discover/ignore/wildcards.ts';
import { byteLimits } from '../src/host/limits.ts';

const page = readFileSync(assetPath('SECURITY.md'), 'utf8');

/** The rows of the table of limits: what, how much, and what happens beyond. */
const rows = new Map(page.split('\n').filter((line) => /^\|[^-]/.test(line)).map((line) => {
  const [what = '', limit = '', beyond = ''] = line.split('|').slice(1).map((cell) => cell.trim());
  return [what, { limit, beyond }];
}));

const shown = (bytes: number): string => (bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MB` : `${bytes / 2 ** 10} KB`);

test('SECURITY.md says how much work globs may take with one path', () => {
  expect(rows.get('the lines of .gitignore, or the globs of the configuration, with one path')?.limit).toBe(
    `${mostSteps.toLocaleString('en')} comparisons`,
  );
});

test.each([
  ['a Go file', byteLimits.go],
  ['all Go files of a folder together', byteLimits.folder],
  ['go.mod, go.work', byteLimits.module],
  ['.gitignore, info/exclude, and what else of git says where they are', byteLimits.git],
  ['a configuration file', byteLimits.configuration],
  ['a baseline', byteLimits.baseline],
  ['a file of words for `unit`', byteLimits.parameters],
  ['a file of facts', byteLimits.facts],
  ['a file of the cache', byteLimits.cache],
])('SECURITY.md says how many bytes are read of: %s', (what, bytes) => {
  expect(rows.get(what)?.limit.split(',')[0]).toBe(shown(bytes));
});

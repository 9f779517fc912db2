import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { mostGivenUp } from '../src/analyze.ts';
import { MOST_UNPACKED } from '../src/apps/evidence/profile/pieces.ts';
import { MOST_BYTES } from '../src/apps/evidence/profile/read-profile.ts';
import { MOST_STACKS } from '../src/apps/evidence/profile/stack-table.ts';
import { LONGEST_LINE } from '../src/apps/evidence/profile/text/dump-reader.ts';
import { MOST_FRAMES } from '../src/apps/evidence/profile/text/dump.ts';
import { mostSteps } from '../src/discover/ignore/wildcards.ts';
import { mostDeclarations } from '../src/facts/callers.ts';
import { byteLimits } from '../src/host/limits.ts';
import { mostWork, mostWorkOfPackage } from '../src/model/read-declarations.ts';
import { LONGEST_FUNCTION } from '../src/syntax/parse/read-declaration.ts';
import { mostCharacters, mostFiles, mostFolders } from '../src/workspace/import-graph.ts';
import { mostPackages } from '../src/workspace/view.ts';

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
  ['a SARIF log that is merged', byteLimits.log],
  ['a file of words for `unit`', byteLimits.parameters],
  ['a file of facts', byteLimits.facts],
  ['a file of the cache', byteLimits.cache],
])('SECURITY.md says how many bytes are read of: %s', (what, bytes) => {
  expect(rows.get(what)?.limit.split(',')[0]).toBe(shown(bytes));
});

const count = (number: number): string => number.toLocaleString('en');

test.each([
  ['a function', [`${shown(LONGEST_FUNCTION)}; ${mostWork / 1e6} million steps of ours`]],
  ['a package', [`${mostWorkOfPackage / 1e6} million steps of ours`]],
  ['a profile', [`${shown(MOST_BYTES)} unpacked; ${count(MOST_STACKS)} different stacks of ${MOST_FRAMES} frames`]],
  ['a log with dumps', [`${MOST_UNPACKED / 2 ** 30} GB unpacked`, `lines of ${shown(LONGEST_LINE)}`]],
  ['a module that is asked who calls a function', [
    `${count(mostFolders)} folders, ${count(mostFiles)} files, ${mostCharacters / 1e6} MB;`,
    `${mostPackages} packages and ${mostDeclarations} declarations`,
  ]],
])('SECURITY.md says how much work is done for: %s', (what, limits) => {
  for (const limit of limits) expect(rows.get(what)?.limit).toContain(limit);
});

test('SECURITY.md says how many functions may take too much', () => {
  expect(mostGivenUp + 1).toBe(6);
  expect(rows.get('a function')?.beyond).toContain('six such functions');
});

import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, goMod, leakyFile, repository, run } from './built-program.ts';
import { sarifErrors } from './report/validate-sarif.ts';

interface Log {
  readonly runs: readonly [
    {
      readonly automationDetails?: { readonly id: string };
      readonly originalUriBaseIds: { readonly '%SRCROOT%': { readonly uri: string } };
      readonly results: readonly {
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
            };
          },
        ];
      }[];
    },
  ];
}

function log(cwd: string, ...args: readonly string[]): Log['runs'][0] {
  const parsed: Log = JSON.parse(run(cwd, '--format', 'sarif', ...args).out);
  expect(sarifErrors(parsed)).toEqual([]);
  return parsed.runs[0];
}

const locations = ({ results }: Log['runs'][0]) =>
  results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation);

describe('the URIs of a SARIF log count from the root of the repository', () => {
  const dir = repository({ 'go.mod': goMod, 'sub/a b.go': leakyFile('f'), 'deep/er/c.go': leakyFile('g') });
  const link = join(folder(), 'link');
  symlinkSync(dir, link);
  const a = { uri: 'sub/a%20b.go', uriBaseId: '%SRCROOT%' };
  const c = { uri: 'deep/er/c.go', uriBaseId: '%SRCROOT%' };

  test.each([
    ['at the root', dir, [], [c, a]],
    ['in a folder', join(dir, 'sub'), [], [a]],
    ['beside it', join(dir, 'sub'), ['../deep/...'], [c]],
    ['by an absolute path', dir, [join(dir, 'sub')], [a]],
    ['from outside', '/', [`${dir}/...`], [c, a]],
    ['from outside, through a symbolic link', '/', [`${link}/...`], [c, a]],
    ['through a symbolic link to the checkout', join(link, 'sub'), [], [a]],
    ['by an absolute path through a symbolic link', dir, [`${link}/...`], [c, a]],
    ['by an absolute path through a symbolic link, in a folder', join(dir, 'deep'), [join(link, 'sub', 'a b.go')], [a]],
  ])('%s', (_name, cwd, patterns, expected) => {
    const found = log(cwd, ...patterns);
    expect(locations(found)).toEqual(expected);
    expect(found.originalUriBaseIds['%SRCROOT%'].uri).toBe(`file://${dir}/`);
  });

  test('a link inside of the repository is where it leads to, one that leads out of it where it is', () => {
    const inside = repository({ 'go.mod': goMod, 'real/a.go': leakyFile('f') });
    symlinkSync('real', join(inside, 'alias'));
    symlinkSync(join(dir, 'sub'), join(inside, 'out'));
    expect(locations(log(inside, './alias'))).toEqual([{ uri: 'real/a.go', uriBaseId: '%SRCROOT%' }]);
    expect(locations(log(inside, './out'))).toEqual([{ uri: 'out/a%20b.go', uriBaseId: '%SRCROOT%' }]);
  });
});

describe('--category', () => {
  const dir = folder({ 'a.go': leakyFile('f') });

  test('names the analysis, so that several for one commit stay apart', () => {
    expect(log(dir, '--category', 'leaks-linux').automationDetails).toEqual({ id: 'leaks-linux/' });
    expect(log(dir, '--category', 'team/leaks/').automationDetails).toEqual({ id: 'team/leaks/' });
  });

  test('is not in the log unless it is asked for: the upload action gives it one', () => {
    expect(log(dir).automationDetails).toBeUndefined();
    expect(run(dir, '--category', '')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--category needs a value'),
    });
  });
});

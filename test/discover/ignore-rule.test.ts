import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { ignoreRule } from '../../src/discover/ignore-rule.ts';
import { random } from '../fuzz/random.ts';
import { runTool } from './run-tool.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Whether lines, the last of which wins, leave out a path; a slash at its end makes it a folder. Its folders are not asked. */
function ignores(lines: readonly string[], path: string, ignoreCase = false): boolean {
  const names = path.replace(/\/$/, '').split('/');
  const rules = lines.flatMap((line) => ignoreRule(line, ignoreCase) ?? []);
  const last = rules.filter((rule) => rule.matches(names, path.endsWith('/'))).at(-1);
  return last !== undefined && !last.isNegated;
}

/** The same with the folders on the way: what is in an ignored one cannot be taken back. */
function ignoresWithFolders(lines: readonly string[], path: string): boolean {
  const folders = [...path.matchAll(/\/(?=.)/g)].map(({ index }) => path.slice(0, index + 1));
  return [...folders, path].some((each) => ignores(lines, each));
}

describe('a line', () => {
  test.each([
    ['*.pb.go', 'a/x.pb.go', true],
    ['/x.go', 'a/x.go', false],
    ['a/*.go', 'b/a/x.go', false],
    ['**/a/*.go', 'b/a/x.go', true],
    ['a/**', 'a/', false],
    ['a/**', 'a/b/x.go', true],
    ['a/**/x.go', 'a/x.go', true],
    ['gen/', 'gen', false],
    ['gen/', 'b/gen/', true],
    ['x.go   ', 'x.go', true],
    ['x\\ ', 'x ', true],
    ['\\#x', '#x', true],
    ['#x', '#x', false],
    ['[!a]x', 'bx', true],
    ['[a', '[a', false],
    ['[[:digit:]]x', '1x', true],
    ['x\\', 'x\\', false],
  ])('%j, for %j: %j', (line, path, expected) => {
    expect(ignores([line], path)).toBe(expected);
  });

  test('takes upper and lower case for one where the checkout does', () => {
    expect(ignores(['Gen[A-C]'], 'gENb', true)).toBe(true);
    expect(ignores(['Gen[A-C]'], 'gENb')).toBe(false);
  });

  test('cannot be made to take long', () => {
    for (const line of ['*a'.repeat(2000) + '*b', '**/a/'.repeat(2000) + '**/b', '*[a]'.repeat(2000) + 'b', '[a'.repeat(20_000)]) {
      expect(ignores([line], `${'a/'.repeat(1000)}${'a'.repeat(250)}`)).toBe(false);
    }
  });
});

test('random lines mean to us what they mean to git', { timeout: 60_000 }, (context) => {
  const root = temporaryFolder({});
  if (!runTool(root, 'git', 'init', '--quiet')) context.skip('no git here');
  const numbers = random(7);
  const word = (letters: readonly [string, ...string[]], most: number): string =>
    Array.from({ length: 1 + numbers.below(most) }, () => numbers.pick(letters)).join('');
  const paths = Array.from({ length: 300 }, () => word(['a', 'b', 'A', '/', '-', 'ab', '.', '1'], 8).split('/').filter((name) => !/^\.{0,2}$/.test(name)).join('/')).filter((path) => path !== '');
  let ignored = 0;
  for (let round = 0; round < 40; round++) {
    const lines = Array.from({ length: 3 }, () => word(['a', 'b', 'A', '/', '*', '**', '/**/', '?', '[ab]', '[!a]', '[a-b]', '[[:alpha:]]', '!', '\\a', '\\', ' ', '.', '['], 6));
    const exclude = `${lines.join('\n')}\n`;
    const dir = temporaryFolder({ exclude });
    const { stdout } = spawnSync('git', ['-c', 'core.ignoreCase=false', '-c', `core.excludesFile=${dir}/exclude`, 'check-ignore', '--no-index', '--stdin', '-z'],
      { cwd: root, input: paths.join('\0'), encoding: 'utf8' });
    const byGit = new Set(stdout.split('\0').filter((path) => path !== ''));
    ignored += byGit.size;
    expect({ lines, ours: paths.filter((path) => ignoresWithFolders(lines, path)) }).toEqual({ lines, ours: paths.filter((path) => byGit.has(path)) });
  }
  expect(ignored).toBeGreaterThan(1000);
});

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ignoreFile } from '../../src/discover/ignore/ignore-file.ts';
import { mostSteps } from '../../src/discover/ignore/wildcards.ts';
import { random } from '../fuzz/random.ts';
import { folder, start, succeeds, write } from '../built-program.ts';

/** Whether the text ignores a path, or a folder that ends in `/`. */
function ignores(text: string, path: string): boolean {
  const isFolder = path.endsWith('/');
  return (
    ignoreFile(text, false)((isFolder ? path.slice(0, -1) : path).split('/'), isFolder, { left: mostSteps })
    === 'ignored'
  );
}

/** Whether it or a folder above it is ignored: then nobody looks below. */
function isLeftOut(text: string, path: string): boolean {
  const names = path.split('/');
  return names.some((_, i) => ignores(text, names.slice(0, i + 1).join('/') + (i + 1 < names.length ? '/' : '')));
}

test.each([
  ['a', 'x/a', true],
  ['/a', 'x/a', false],
  ['a/b', 'x/a/b', false],
  ['a/b', 'a/b', true],
  ['a/', 'a', false],
  ['a/', 'x/a/', true],
  ['*.go', 'x/y.go', true],
  ['a*b*c', 'axbxc', true],
  ['a*b*c', 'axbx', false],
  ['?.go', 'ab.go', false],
  ['[a-c]x', 'bx', true],
  ['[!a-c]x', 'bx', false],
  ['[]-a]x', ']x', true],
  ['[a', '[a', false],
  ['\\#x', '#x', true],
  ['\\!x', '!x', true],
  ['#x', '#x', false],
  ['a\\ ', 'a ', true],
  ['a ', 'a', true],
  ['a\\', 'a', false],
  ['**/a', 'x/y/a', true],
  ['a/**', 'a/', false],
  ['a/**', 'a/x/y', true],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a**b', 'a/b', false],
  ['x/a**b', 'x/aab', true],
  ['[[:digit:]]x', '1x', true],
  ['a\n!a', 'a', false],
  ['!a\na', 'a', true],
  ['a\n!a/', 'a', true],
  ['a\n!a/', 'a/', false],
  ['*\n!*.go', 'x.go', false],
  ['a\r\nb\r', 'b', true],
  ['\ufeffa', 'a', true],
  ['/', 'a', false],
  ['!', '!', false],
  ['a//b', 'a/b', false],
  ['ä?', 'äö', true],
])('%j ignores %j: %s', (text, path, expected) => {
  expect(ignores(text, path)).toBe(expected);
});

test('says what git says, on random lines and paths', ({ skip }) => {
  const numbers = random(20);
  const pick = <T>(from: readonly T[]): T => from[numbers.below(from.length)] as T;
  const names = ['a', 'b', 'ab', 'a.go', 'aab', '#a', '!b', ' ', 'a ', '[a]', 'c'];
  const pieces = ['a', 'b', '*', '?', '[ab]', '[!a]', '[a-c]', '**', '/', '/', '\\', '.go', '!', '#', ' ', '[', 'ab', '***', '/**/', '**/'];
  const several = <T,>(from: readonly T[], most: number): readonly T[] =>
    Array.from({ length: 1 + numbers.below(most) }, () => pick(from));
  const root = folder();
  skip(!succeeds(root, 'git', 'init', '--quiet', '.'), 'git is not installed');
  const asked = new Map<string, { readonly text: string; readonly path: string; readonly isLeftOut: boolean }>();
  for (let round = 0; round < 150; round++) {
    // Behind a beginning without wildcards git takes two stars at the end of a name for folders, against its own
    // manual.
    const text = several([0], 5)
      .map(() =>
        several(pieces, 6)
          .join('')
          .replace(/([^/*])\*{2,}(?=\/|$)/g, '$1*'),
      )
      .join('\n');
    const paths = [...new Set(Array.from({ length: 40 }, () => several(names, 4).join('/')))];
    // A path is a file only where no other lies below it.
    const files = paths.filter((path) => !paths.some((other) => other.startsWith(`${path}/`)));
    write(join(root, `round${round}`), { ...Object.fromEntries(files.map((path) => [path, ''])), '.gitignore': text });
    for (const path of files) asked.set(`./round${round}/${path}`, { text, path, isLeftOut: isLeftOut(text, path) });
  }
  const said = start(root, 'sh', [
    '-c',
    'find . -type f -not -path "./.git/*" -print0 | git -c core.quotePath=false check-ignore --no-index --stdin -z',
  ]).out;
  const ignored = new Set(said.split('\0'));
  expect(ignored.size).toBeGreaterThan(300);
  const different = [...asked].filter(([place, each]) => each.isLeftOut !== ignored.has(place));
  expect(
    different.map(([, { text, path, isLeftOut: ours }]) => `${JSON.stringify(text)} ${path}: git ${!ours}`),
  ).toEqual([]);
});

describe('work', () => {
  test('two hundred thousand lines without wildcards cost no more than one', () => {
    const rules = ignoreFile(
      Array.from({ length: 200_000 }, (_, i) => `name${i}${i % 3 === 0 ? '/' : ''}`).join('\n'),
      false,
    );
    const steps = { left: 100 };
    for (let i = 0; i < 300; i++) expect(rules(['a', `name${i}`], true, steps)).toBe('ignored');
    expect(steps.left).toBe(100);
  });

  test('stars for folders cost no more than their number times the names of the path', () => {
    const steps = { left: mostSteps };
    const path = [...Array.from({ length: 300 }, () => 'a'), 'c'];
    expect(ignoreFile('**/a/**/a/**/a/**/b', false)(path, false, steps)).toBeUndefined();
    expect(mostSteps - steps.left).toBeLessThan(5_000);
  });

  test('what takes more than any project needs is given up', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `*a*a*a*a*${i}`).join('\n');
    expect(() => ignoreFile(lines, false)(['a'.repeat(200)], false, { left: mostSteps })).toThrow('too much work');
  });
});

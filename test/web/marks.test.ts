import { describe, expect, test } from 'vitest';
import type { Lines } from '../../src/apps/web/marks/offsets.ts';
import { stretchOf } from '../../src/apps/web/marks/offsets.ts';
import { rail } from '../../src/apps/web/marks/rail.ts';
import type { ShownStep } from '../../src/apps/web/session/shown.ts';
import { goMod, isWord, pathProblem, usualOptions } from '../../src/apps/web/project.ts';

function lines(text: string): Lines {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return {
    lines: starts.length,
    line: (number) => ({ from: starts[number - 1] ?? 0, to: (starts[number] ?? text.length + 1) - 1 }),
  };
}

describe('the stretch of a place', () => {
  const text = lines('ab\ncdef\n');

  test('is by line and column, from 1', () => {
    expect(stretchOf({ line: 2, column: 2, endColumn: 4 }, text)).toEqual({ from: 4, to: 6 });
  });

  test('ends where a line does that has become shorter', () => {
    expect(stretchOf({ line: 1, column: 2, endColumn: 40 }, text)).toEqual({ from: 1, to: 2 });
    expect(stretchOf({ line: 1, column: 30, endColumn: 40 }, text)).toEqual({ from: 2, to: 2 });
  });

  test('is none on a line that is gone', () => {
    expect(stretchOf({ line: 4, column: 1, endColumn: 2 }, text)).toBeUndefined();
    expect(stretchOf({ line: 0, column: 1, endColumn: 2 }, text)).toBeUndefined();
  });
});

describe('the rail beside the code', () => {
  const step = (order: number, line: number, path = 'a.go'): ShownStep => ({
    order,
    path,
    line,
    column: 1,
    endColumn: 2,
    text: '',
  });

  test('goes from the first place to the last, also where the way comes back', () => {
    expect([...rail([step(1, 5), step(2, 3), step(3, 6)], 'a.go')]).toEqual([
      [3, { orders: [2], above: false, below: true }],
      [4, { orders: [], above: true, below: true }],
      [5, { orders: [1], above: true, below: true }],
      [6, { orders: [3], above: true, below: false }],
    ]);
  });

  test('has several numbers where several steps are on a line', () => {
    expect(rail([step(1, 5), step(2, 5)], 'a.go').get(5)).toEqual({ orders: [1, 2], above: false, below: false });
  });

  test('has only what is in the file', () => {
    expect([...rail([step(1, 5, 'b.go'), step(2, 7)], 'a.go').keys()]).toEqual([7]);
    expect(rail([], 'a.go').size).toBe(0);
  });

  test('is dots alone on a way of thousands of lines', () => {
    expect([...rail([step(1, 1), step(2, 100_000)], 'a.go').keys()]).toEqual([1, 100_000]);
  });
});

describe('the name of a file', () => {
  test.each(['main.go', 'stock/stock_test.go', 'a-b/c.d+e.go', '1.go'])('may be %s', (path) => {
    expect(pathProblem(path, ['x.go'])).toBeUndefined();
  });

  test.each(['', 'main', 'a b.go', '/a.go', 'a//b.go', '../a.go', 'a/../b.go', '.a.go', '_a/b.go', 'a\n.go', `${'a'.repeat(99)}.go`, 'x.go'])('may not be %j', (path) => {
    expect(pathProblem(path, ['x.go'])).toMatch(/^[A-Z].*\.$/);
  });
});

describe('go.mod', () => {
  const project = { files: [], options: usualOptions };

  test('is made of two words', () => {
    expect(goMod({ ...project, module: 'example.com/a', go: '1.22' })).toBe('module example.com/a\n\ngo 1.22\n');
    expect(goMod({ ...project, module: '', go: '' })).toBe('module play\n');
  });

  test('takes no text with more in it', () => {
    expect(isWord('example.com/a/v2')).toBe(true);
    expect(isWord('a\nreplace')).toBe(false);
    expect(isWord('a b')).toBe(false);
  });
});

import { describe, expect, test } from 'vitest';
import { excluder } from '../../src/config/excluder.ts';

/** Whether a glob in /r/sub leaves out a path relative to that folder. */
function excludes(glob: string, path: string): boolean {
  const at = { path: '', line: 1, column: 1 };
  return excluder([{ value: { glob, base: '/r/sub' }, at }])(`/r/sub/${path}`) !== undefined;
}

describe('a glob', () => {
  test.each([
    ['gen', 'gen/a.go'],
    ['gen', 'x/gen/y/a.go'],
    ['gen/', 'x/gen/a.go'],
    ['/gen', 'gen/a.go'],
    ['./gen', 'gen/a.go'],
    ['*_mock.go', 'x/y/a_mock.go'],
    ['x/*.go', 'x/a.go'],
    ['x/**/a.go', 'x/a.go'],
    ['x/**/a.go', 'x/y/z/a.go'],
    ['**/gen/**', 'gen/a.go'],
    ['**', 'a.go'],
    ['?.go', 'é.go'],
    ['a*b*c.go', 'aXbYbZc.go'],
    ['x/*/z', 'x/y/z/a.go'],
    ['a.go', 'a.go'],
    ['**/**/a.go', 'a.go'],
  ])('%s leaves out %s', (glob, path) => {
    expect(excludes(glob, path)).toBe(true);
  });

  test.each([
    ['gen', 'genx/a.go'], ['gen', 'a_gen.go'], ['/gen', 'x/gen/a.go'], ['x/*.go', 'x/y/a.go'], ['x/*.go', 'y/x/a.go'], ['?.go', 'ab.go'],
    ['a*b', 'ac'], ['x/**/a.go', 'y/a.go'], ['A.go', 'a.go'], ['*.go', 'go'],
  ])('%s keeps %s', (glob, path) => {
    expect(excludes(glob, path)).toBe(false);
  });

  test('cannot be made to take long', () => {
    const start = process.cpuUsage().user;
    expect(excludes(`${'*a'.repeat(400)}*b`, `${'a'.repeat(4000)}`)).toBe(false);
    expect(excludes(`${'**/a/'.repeat(150)}b`, 'a/'.repeat(1000))).toBe(false);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2000);
  });
});

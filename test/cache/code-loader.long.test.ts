import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, goMod, leakyFile, program, start, succeeds } from '../built-program.ts';
import { codeIn, inHome, keptCode, leak } from './kept-code.ts';

describe('code that is kept from an earlier run', () => {
  test.each<readonly [string, (bytes: Buffer) => Buffer]>([
    [
      'a bit has changed',
      (bytes) =>
        Buffer.concat([bytes.subarray(0, 9000), Buffer.from([bytes.readUInt8(9000) ^ 1]), bytes.subarray(9001)]),
    ],
    ['the end is missing', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['there are only zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['there is nothing', () => Buffer.alloc(0)],
  ])('is written anew where %s', (_, damage) => {
    const { run, kept, times } = keptCode();
    run();
    const whole = kept().map((path) => readFileSync(path).length);
    for (const path of kept()) writeFileSync(path, damage(readFileSync(path)));
    expect(run()).toMatchObject(leak);
    kept().forEach((path, i) => expect(readFileSync(path).length).toBeGreaterThan((whole[i] ?? 0) * 0.9));
    const before = times();
    expect(run()).toMatchObject(leak);
    expect(times()).toEqual(before);
  });

  test('is not believed behind a link', () => {
    const { run, kept } = keptCode();
    run();
    const [analysis = '', main = ''] = kept();
    for (const path of [analysis, main]) {
      renameSync(path, `${path}.real`);
      symlinkSync(`${path}.real`, path);
    }
    expect(run()).toMatchObject(leak);
    expect(lstatSync(main).isSymbolicLink()).toBe(false);
  });

  test('is neither kept nor believed in a source tree without git: the working directory, what is analysed, a module', () => {
    const { dir } = keptCode();
    for (const [home, cwd, pattern] of [
      ['.', '.', './...'],
      ['sub/home', '.', './...'],
      ['home', 'elsewhere', '../home/...'],
      ['home', 'elsewhere', '../home/*.go'],
    ] as const) {
      const tree = folder({
        'a.go': leakyFile('wait'),
        'home/a.go': leakyFile('wait'),
        'elsewhere/x': '',
        'sub/home/x': '',
      });
      expect(inHome(join(tree, home), join(tree, cwd), pattern).code).toBe(1);
      expect(codeIn(tree), `${home} ${cwd} ${pattern}`).toEqual([]);
    }
    const module = folder({ 'go.mod': goMod, 'a.go': leakyFile('wait'), 'home/x': '', 'cmd/a.go': leakyFile('wait') });
    expect(inHome(join(module, 'home'), join(module, 'cmd')).code).toBe(1);
    expect(codeIn(module)).toEqual([]);
    // And elsewhere it is kept.
    const home = folder();
    expect(inHome(home, dir).code).toBe(1);
    expect(codeIn(home)).toHaveLength(2);
  });

  test('is neither kept nor believed where a link of the home leads into a checkout or a module', () => {
    const { dir } = keptCode();
    for (const mark of ['.git/HEAD', 'go.mod']) {
      const tree = folder({ [mark]: '', 'cache/x': '' });
      const home = folder();
      symlinkSync(join(tree, 'cache'), join(home, '.cache'));
      expect(inHome(home, dir).code).toBe(1);
      expect(codeIn(tree), mark).toEqual([]);
    }
  });

  test('is neither kept nor believed in a folder that others may enter', () => {
    const { dir } = keptCode();
    const home = folder();
    expect(inHome(home, dir).code).toBe(1);
    const place = join(home, '.cache', 'golint-leaks');
    expect(statSync(place).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(place)) rmSync(join(place, name));
    for (const mode of [0o755, 0o770, 0o701]) {
      chmodSync(place, mode);
      expect(inHome(home, dir).code).toBe(1);
      expect(codeIn(home), mode.toString(8)).toEqual([]);
    }
  });

  test('is passed by where a FIFO, a device or a folder stands in its place', (context) => {
    const { cache, dir, run, kept } = keptCode();
    run();
    const makers: readonly ((path: string) => unknown)[] = [
      (path) => succeeds('/', 'mkfifo', path), (path) => symlinkSync('/dev/zero', path), (path) => mkdirSync(path),
    ];
    for (const make of makers) {
      for (const path of kept()) {
        rmSync(path, { recursive: true, force: true });
        if (make(path) === false) context.skip('no mkfifo here');
      }
      const began = performance.now();
      expect(
        start(dir, 'env', [`XDG_CACHE_HOME=${cache}`, 'timeout', '20', process.execPath, program, '--version']),
      ).toMatchObject({ code: 0, err: '' });
      expect(run()).toMatchObject(leak);
      expect(performance.now() - began).toBeLessThan(15_000);
    }
  });
});

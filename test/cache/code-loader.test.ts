import {
  chmodSync, cpSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { start, folder, goMod, leakyFile, program, succeeds } from '../built-program.ts';

// Whole processes, because V8 also remembers within one what it has compiled.
describe('code that is kept from an earlier run', () => {
  let cache: string;
  let dir: string;
  const run = (...args: readonly string[]) => start(dir, 'env', [`XDG_CACHE_HOME=${cache}`, process.execPath, program, ...args, 'a.go']);
  const kept = (): readonly string[] => readdirSync(join(cache, 'golint-leaks')).map((name) => join(cache, 'golint-leaks', name)).sort();
  const times = () => kept().map((path) => statSync(path).mtimeMs);
  const leak = { code: 1, out: expect.stringMatching(/^a\.go:6:7: warning: /) };

  beforeEach(() => {
    cache = folder();
    dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('wait') });
  });

  test('is for this user alone, taken by the next run, and changes nothing', () => {
    expect(run()).toMatchObject(leak);
    expect(kept().map((path) => path.replace(/.*\/|-.*/g, ''))).toEqual(['analysis.cjs', 'program.cjs']);
    expect(kept().map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    const before = times();
    expect(run()).toMatchObject(leak);
    expect(times()).toEqual(before);
  });

  test('is not asked for where the cache is elsewhere or off', () => {
    expect(run('--cache', 'off')).toMatchObject(leak);
    expect(run(`--cache=${join(cache, 'other')}`)).toMatchObject(leak);
    expect(readdirSync(cache)).toEqual([]);
  });

  test.each<readonly [string, (bytes: Buffer) => Buffer]>([
    [
      'a bit has changed',
      (bytes) => Buffer.concat([bytes.subarray(0, 9000), Buffer.from([bytes.readUInt8(9000) ^ 1]), bytes.subarray(9001)]),
    ],
    ['the end is missing', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['there are only zeros', (bytes) => Buffer.alloc(bytes.length)],
    ['there is nothing', () => Buffer.alloc(0)],
  ])('is written anew where %s', (_, damage) => {
    run();
    const whole = kept().map((path) => readFileSync(path).length);
    for (const path of kept()) writeFileSync(path, damage(readFileSync(path)));
    expect(run()).toMatchObject(leak);
    kept().forEach((path, i) => expect(readFileSync(path).length).toBeGreaterThan((whole[i] ?? 0) * 0.9));
    const before = times();
    expect(run()).toMatchObject(leak);
    expect(times()).toEqual(before);
  });

  test('is not believed where others may write it, nor under the name of another file', () => {
    run();
    const [analysis = '', main = ''] = kept();
    chmodSync(main, 0o666);
    cpSync(main, analysis);
    expect(run()).toMatchObject(leak);
    expect(statSync(main).mode & 0o777).toBe(0o600);
    expect(readFileSync(analysis, 'latin1')).toMatch(/^analysis\.cjs-/);
  });

  test('is not believed behind a link', () => {
    run();
    const [analysis = '', main = ''] = kept();
    for (const path of [analysis, main]) {
      renameSync(path, `${path}.real`);
      symlinkSync(`${path}.real`, path);
    }
    expect(run()).toMatchObject(leak);
    expect(lstatSync(main).isSymbolicLink()).toBe(false);
  });

  test('is not kept in a checkout, whose files may come from anybody', () => {
    mkdirSync(join(cache, '.git'));
    expect(run()).toMatchObject(leak);
    expect(readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.cjs-'))).toEqual([]);
  });

  /** The files of compiled code below a folder. */
  const codeIn = (place: string): readonly string[] =>
    readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.cjs-'));

  /** Runs with the default cache of a home. */
  const inHome = (home: string, cwd: string, ...args: readonly string[]) =>
    start(cwd, 'env', ['-u', 'XDG_CACHE_HOME', `HOME=${home}`, process.execPath, program, ...args]);

  test('is neither kept nor believed in a source tree without git: the working directory, what is analysed, a module', () => {
    for (const [home, cwd, pattern] of [['.', '.', './...'], ['sub/home', '.', './...'], ['home', 'elsewhere', '../home/...'], ['home', 'elsewhere', '../home/*.go']] as const) {
      const tree = folder({ 'a.go': leakyFile('wait'), 'home/a.go': leakyFile('wait'), 'elsewhere/x': '', 'sub/home/x': '' });
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
    for (const mark of ['.git/HEAD', 'go.mod']) {
      const tree = folder({ [mark]: '', 'cache/x': '' });
      const home = folder();
      symlinkSync(join(tree, 'cache'), join(home, '.cache'));
      expect(inHome(home, dir).code).toBe(1);
      expect(codeIn(tree), mark).toEqual([]);
    }
  });

  test('is neither kept nor believed in a folder that others may enter', () => {
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
      expect(start(dir, 'env', [`XDG_CACHE_HOME=${cache}`, 'timeout', '20', process.execPath, program, '--version'])).toMatchObject({ code: 0, err: '' });
      expect(run()).toMatchObject(leak);
      expect(performance.now() - began).toBeLessThan(15_000);
    }
  });

  test('is not needed: a folder that cannot be made costs nothing', () => {
    writeFileSync(join(cache, 'golint-leaks'), 'a file');
    expect(run()).toMatchObject(leak);
  });
});

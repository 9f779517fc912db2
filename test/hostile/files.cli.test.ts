import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { formatNames } from '../../src/format-names.ts';
import { folder, goMod, leakyFile, places, program, run, start, succeeds } from '../built-program.ts';

const leaky = { 'go.mod': goMod, 'a.go': leakyFile('wait') };
const offline = ['--cache', 'off'];
const isPosix = process.platform !== 'win32';
const noPosix = 'Windows has no such files';

test('links in a circle, FIFOs and devices are said, nobody waits for them, and the rest is analysed', ({ skip }) => {
  skip(!isPosix, noPosix);
  const dir = folder(leaky);
  symlinkSync('.', join(dir, 'loop'));
  symlinkSync('b.go', join(dir, 'c.go'));
  symlinkSync('c.go', join(dir, 'b.go'));
  symlinkSync('/dev/zero', join(dir, 'zero.go'));
  skip(!succeeds(dir, 'mkfifo', 'pipe.go'), 'mkfifo is not installed');
  const result = run(dir, ...offline);
  expect({ code: result.code, places: places(result) }).toEqual({ code: 1, places: ['a.go:6:7'] });
  expect(result.err.split('\n').slice(0, 4)).toEqual([
    'golint-leaks: warning: b.go: cannot be read (symbolic links in a circle); it is left out',
    'golint-leaks: warning: c.go: cannot be read (symbolic links in a circle); it is left out',
    'golint-leaks: warning: pipe.go: cannot be read (not a regular file); it is left out',
    'golint-leaks: warning: zero.go: cannot be read (not a regular file); it is left out',
  ]);
});

test('names with line ends, quotes and escapes act on no terminal and no runner, and are percent-encoded in URIs', ({ skip }) => {
  skip(!isPosix, noPosix);
  const name = 'a\n::error::x\x1b[2J"\'%0A,b.go';
  const dir = folder({ 'go.mod': goMod, [name]: leakyFile('wait') });
  const text = run(dir, ...offline).out;
  expect(text).toMatch(/^a\\u000a::error::x\\u001b\[2J"'%0A,b\.go:6:7: warning/);
  const github = run(dir, ...offline, '--format', 'github').out;
  expect(github.trimEnd().split('\n')).toHaveLength(1);
  expect(github).toContain('file=a%0A%3A%3Aerror%3A%3Ax\\u001b[2J"\'%250A%2Cb.go,');
  expect(run(dir, ...offline, '--format', 'sarif').out).toContain('"uri": "a%0A%3A%3Aerror%3A%3Ax%1B%5B2J%22\'%250A%2Cb.go"');
});

test('a name that is not UTF-8 is said, and the rest is analysed', ({ skip }) => {
  skip(!isPosix || process.platform === 'darwin', 'names of files are always UTF-8 here');
  const dir = folder(leaky);
  expect(succeeds(dir, 'sh', '-c', "printf 'package p\\n' > \"$(printf 'b\\377.go')\"")).toBe(true);
  const result = run(dir, ...offline);
  expect(places(result)).toEqual(['a.go:6:7']);
  expect(result.err).toMatch(/^golint-leaks: warning: b\ufffd\.go: cannot be read \(it is gone, or its name is not valid UTF-8\); it is left out\n/);
});

test('paths outside of the working directory are absolute', () => {
  const dir = folder({ ...leaky, 'sub/x': '' });
  expect(places(run(join(dir, 'sub'), ...offline, '..'))).toEqual([`${join(dir, 'a.go')}:6:7`]);
});

test('a cache that cannot be written to or is no folder changes nothing', async () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}/a.go`, leakyFile('wait')]));
  const dir = folder({ 'go.mod': goMod, ...many, 'file': '' });
  const expected = run(dir, ...offline, '--format', 'json');
  expect(expected.code).toBe(1);
  await setTimeout(2600); // what has just been written is not remembered
  for (const cache of ['file', 'file/below', ...(isPosix ? ['/proc/nowhere'] : [])])
    expect(run(dir, '--cache', cache, '--format', 'json'), cache).toEqual(expected);
});

test('two runs at once on one cache and one output leave both whole', () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}/a.go`, leakyFile('wait')]));
  const dir = folder({ 'go.mod': goMod, ...many });
  const expected = run(dir, ...offline, '--format', 'json').out;
  const one = `"${process.execPath}" "${program}" --quiet --cache ../cache --format json=../out.json ./...`;
  mkdirSync(join(dir, 'work'));
  for (let round = 0; round < 3; round++) {
    start(dir, 'sh', ['-c', [one, one, one].map((line) => `${line.replaceAll('../', 'work/')} &`).join(' ') + ' wait']);
    expect(readFileSync(join(dir, 'work', 'out.json'), 'utf8')).toBe(expected);
    expect(run(dir, '--cache', 'work/cache', '--format', 'json').out).toBe(expected);
  }
});

test('a thread that breaks down costs the folder it was at, which is said, and the exit code is 2', () => {
  // So much text that helpers are wanted, and behind it folders for which the main thread takes its time.
  const long = `package p\n\n/*${'x'.repeat(3_000_000)}*/\n`;
  const names = Array.from({ length: 60 }, (_, i) => `p${i}/${i % 2 === 1 ? 'poison' : 'a'}.go`);
  const many = Object.fromEntries(names.map((name) => [name, leakyFile('wait')]));
  const dir = folder({ 'go.mod': goMod, 'a/a.go': long, 'b/b.go': long, ...many });
  // Ends each helping thread that comes to a poisoned file; the main thread reads it. Four cores, whatever there are.
  writeFileSync(join(dir, 'poison.cjs'), `
    const fs = require('node:fs');
    const { isMainThread } = require('node:worker_threads');
    require('node:os').availableParallelism = () => 4;
    const { openSync } = fs;
    const clock = new Int32Array(new SharedArrayBuffer(4));
    fs.openSync = (path, ...rest) => {
      if (!isMainThread && String(path).endsWith('poison.go')) process.exit(1);
      if (isMainThread && /p\\d+.\\w+\\.go$/.test(String(path))) Atomics.wait(clock, 0, 0, 50);
      return openSync(path, ...rest);
    };
  `);
  const all = JSON.parse(run(dir, ...offline, '--format', 'json').out);
  const result = start(dir, process.execPath, ['--require', join(dir, 'poison.cjs'), program, ...offline, '--format', 'json']);
  const failed = [...result.err.matchAll(/error: (\S+) could not be analysed: the thread that was at it broke down/g)].map(
    ([, path = '']) => path,
  );
  expect(result.code).toBe(2);
  expect(failed.length).toBeGreaterThan(0);
  const isLost = (path: string): boolean => failed.some((lost) => join(dir, path).startsWith(`${lost}/`));
  expect(JSON.parse(result.out).findings).toEqual(all.findings.filter(({ path }: { readonly path: string }) => !isLost(path)));
});

test('files that vanish while they are read are said or gone, and nothing breaks', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}/a.go`, leakyFile('wait')]));
  const dir = folder({ 'go.mod': goMod, ...many });
  const line = `(for i in $(seq 0 59); do rm -rf p$i; done) & "${process.execPath}" "${program}" --cache off --format json --fail-on never; code=$?; wait; exit $code`;
  const { code, out } = start(dir, 'sh', ['-c', line]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ version: expect.any(String) });
  rmSync(dir, { recursive: true, force: true });
});

const commands = ['##[error]gone', '##vso[task.complete result=Succeeded]', '##teamcity[buildStop]', '::stop-commands::x'];

test('no name and no source line acts on the runner of a CI system, in any format, on both streams', ({ skip }) => {
  skip(!isPosix, noPosix);
  const files = commands.map((command): readonly [string, string] => [
    `${command}/${command}.go`, leakyFile('wait').replace('NewTicker(time.Second)', `NewTicker(time.Second) // ${command}`),
  ]);
  const dir = folder({ 'go.mod': goMod, ...Object.fromEntries(files) });
  for (const command of commands) {
    symlinkSync('nowhere', join(dir, `${command} broken.go`));
    writeFileSync(join(dir, `${command} empty.go`), '');
  }
  for (const format of formatNames) {
    const { out, err } = run(dir, ...offline, '--format', format);
    for (const command of commands) expect(`${out}${err}`, format).toContain(command.slice(3, 10));
    expect(`${out}${err}`, format).not.toMatch(/##\w*\[/);
    const lines = format === 'github' ? err.split('\n') : `${out}\n${err}`.split('\n');
    expect(lines.filter((line) => /^\s*::/.test(line)), format).toEqual([]);
    if (['json', 'sarif', 'gitlab'].includes(format)) expect(JSON.stringify(JSON.parse(out))).toContain(format === 'sarif' ? '%23%23' : '##[error]');
  }
  for (const args of [['config', '##[error]'], ['##[error]'], ['--##[error]'], ['--format', '##[error]'], ['--new-from-rev', '##[error]'], ['explain', '##vso[x]']]) {
    const { out, err } = run(dir, ...args);
    expect(`${out}${err}`, args.join(' ')).toMatch(/#\\u0023/);
    expect(`${out}${err}`, args.join(' ')).not.toMatch(/##\w*\[/);
  }
});

const readFirst = ['b.go', '.gitignore', '.git/config', '.git/info/exclude', 'go.mod', 'go.work', '.golint-leaks.yaml', 'baseline.json'];

test('whatever the program reads may be a FIFO or a file of /proc without an end: it ends soon, in words', ({ skip }) => {
  skip(process.platform !== 'linux', 'there is no /proc');
  for (const name of readFirst) {
    for (const kind of ['fifo', '/proc/self/pagemap', '/dev/zero']) {
      const dir = folder({ 'a.go': leakyFile('wait'), '.git/HEAD': '' });
      mkdirSync(dirname(join(dir, name)), { recursive: true });
      if (kind !== 'fifo') symlinkSync(kind, join(dir, name));
      else skip(!succeeds(dir, 'mkfifo', name), 'mkfifo is not installed');
      const baseline = name === 'baseline.json' ? ['--baseline', name] : [];
      const { code, err } = run(dir, ...offline, ...baseline, './...');
      const refused = name.endsWith('.yaml') || name.endsWith('.json');
      expect({ code, lines: err.trimEnd().split('\n').length }, `${name} ${kind}`).toEqual({ code: refused ? 2 : 1, lines: name === 'b.go' ? 2 : 1 });
      if (refused || name === 'b.go') expect(err).toMatch(/not a regular file|larger than \d+ [MK]B/);
    }
  }
});

test('standard output that takes nothing is said in one sentence, without a stack, and the exit code is 2', ({ skip }) => {
  skip(!existsSync('/dev/full'), 'there is no /dev/full');
  const dir = folder(leaky);
  for (const args of ['--quiet', '--quiet --format json', '--version']) {
    const { code, err } = start(dir, 'sh', ['-c', `"${process.execPath}" "${program}" ${args} > /dev/full`]);
    expect({ code, err }, args).toEqual({
      code: 2, err: 'golint-leaks: standard output cannot be written (no space left); send it elsewhere, or name a file with --output.\n',
    });
  }
  expect(start(dir, 'sh', ['-c', `"${process.execPath}" "${program}" 2> /dev/full`])).toMatchObject({ code: 2, out: expect.stringContaining('a.go:6:7') });
});

import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
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

test('names with line ends, quotes and escapes act on no terminal and no runner, and are percent-encoded in URIs', ({
  skip,
}) => {
  skip(!isPosix, noPosix);
  const name = 'a\n::error::x\x1b[2J"\'%0A,b.go';
  const dir = folder({ 'go.mod': goMod, [name]: leakyFile('wait') });
  const text = run(dir, ...offline).out;
  expect(text).toMatch(/^a\\u000a::error::x\\u001b\[2J"'%0A,b\.go:6:7: warning/);
  const github = run(dir, ...offline, '--format', 'github').out;
  expect(github.trimEnd().split('\n')).toHaveLength(1);
  expect(github).toContain('file=a%0A%3A%3Aerror%3A%3Ax\\u001b[2J"\'%250A%2Cb.go,');
  expect(run(dir, ...offline, '--format', 'sarif').out).toContain(
    '"uri": "a%0A%3A%3Aerror%3A%3Ax%1B%5B2J%22\'%250A%2Cb.go"',
  );
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

const commands = [
  '##[error]gone',
  '##vso[task.complete result=Succeeded]',
  '##teamcity[buildStop]',
  '::stop-commands::x',
];

test('no name and no source line acts on the runner of a CI system, in any format, on both streams', ({ skip }) => {
  skip(!isPosix, noPosix);
  const files = commands.map((command): readonly [string, string] => [
    `${command}/${command}.go`,
    leakyFile('wait').replace('NewTicker(time.Second)', `NewTicker(time.Second) // ${command}`),
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
    if (['json', 'sarif', 'gitlab'].includes(format))
      expect(JSON.stringify(JSON.parse(out))).toContain(format === 'sarif' ? '%23%23' : '##[error]');
  }
  for (const args of [
    ['config', '##[error]'],
    ['##[error]'],
    ['--##[error]'],
    ['--format', '##[error]'],
    ['--new-from-rev', '##[error]'],
    ['explain', '##vso[x]'],
  ]) {
    const { out, err } = run(dir, ...args);
    expect(`${out}${err}`, args.join(' ')).toMatch(/#\\u0023/);
    expect(`${out}${err}`, args.join(' ')).not.toMatch(/##\w*\[/);
  }
});

const readFirst = ['b.go', '.gitignore', '.git/config', '.git/info/exclude', 'go.mod', 'go.work', '.golint-leaks.yaml', 'baseline.json'];

test('whatever the program reads may be a FIFO or a file of /proc without an end: it ends soon, in words', ({
  skip,
}) => {
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
      expect({ code, lines: err.trimEnd().split('\n').length }, `${name} ${kind}`).toEqual({
        code: refused ? 2 : 1,
        lines: name === 'b.go' ? 2 : 1,
      });
      if (refused || name === 'b.go') expect(err).toMatch(/not a regular file|larger than \d+ [MK]B/);
    }
  }
});

test('standard output that takes nothing is said in one sentence, without a stack, and the exit code is 2', ({
  skip,
}) => {
  skip(!existsSync('/dev/full'), 'there is no /dev/full');
  const dir = folder(leaky);
  for (const args of ['--quiet', '--quiet --format json', '--version']) {
    const { code, err } = start(dir, 'sh', ['-c', `"${process.execPath}" "${program}" ${args} > /dev/full`]);
    expect({ code, err }, args).toEqual({
      code: 2,
      err: 'golint-leaks: standard output cannot be written (no space left); send it elsewhere, or name a file with --output.\n',
    });
  }
  expect(start(dir, 'sh', ['-c', `"${process.execPath}" "${program}" 2> /dev/full`])).toMatchObject({
    code: 2,
    out: expect.stringContaining('a.go:6:7'),
  });
});

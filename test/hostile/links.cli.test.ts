import { lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, goMod, leakyFile, program, run, start, succeeds } from '../built-program.ts';

const leaky = { 'go.mod': goMod, 'a.go': leakyFile('wait'), 'sub/b.go': leakyFile('other') };
const offline = ['--cache', 'off'];

/** A tree with links to a file and a folder outside of it, and to a file inside. */
function planted(mark: string): { readonly dir: string; readonly outside: string } {
  const outside = folder({ 'precious.txt': 'precious' });
  const { 'go.mod': _, ...files } = leaky;
  const dir = folder({ ...files, [mark]: mark === 'go.mod' ? goMod : '', 'inside.txt': 'precious' });
  symlinkSync(join(outside, 'precious.txt'), join(dir, 'link.txt'));
  symlinkSync(outside, join(dir, 'out'));
  symlinkSync('inside.txt', join(dir, 'inner.txt'));
  symlinkSync(join(outside, 'new.txt'), join(dir, 'broken.txt'));
  return { dir, outside };
}

/** How a file can be named to be written, and what is to be said of it. */
const writings: readonly (readonly [string, (file: string) => readonly string[], RegExp])[] = [
  [
    '--output',
    (file) => ['--format', 'json', '--output', file],
    /the report cannot be written \(a symbolic link leads to it\)/,
  ],
  ['--format', (file) => ['--format', `json=${file}`], /the report cannot be written \(a symbolic link leads to it\)/],
  [
    '--write-baseline',
    (file) => ['--baseline', file, '--write-baseline'],
    /cannot be (?:written \(a symbolic link leads to it\)|read)|not JSON/,
  ],
];

describe.skipIf(process.platform === 'win32').each(writings)('what %s names', (_, args, refusal) => {
  test.each(['.git/HEAD', 'go.mod', 'nothing'])('is written through no link of a tree with %s', (mark) => {
    const { dir, outside } = planted(mark);
    for (const [cwd, prefix] of [[dir, ''], [join(dir, 'sub'), '../'], [outside, `${dir}/`]] as const) {
      if (mark === 'nothing' && cwd !== dir) continue; // then nothing shows whose links they are
      for (const name of ['link.txt', 'out/precious.txt', 'out/new.txt', 'inner.txt', 'broken.txt']) {
        const { code, err } = run(cwd, ...offline, ...args(`${prefix}${name}`), dir);
        expect({ code, lines: err.trimEnd().split('\n').length }, `${cwd} ${name}`).toEqual({ code: 2, lines: 1 });
        expect(err).toMatch(refusal);
      }
    }
    expect([
      readFileSync(join(outside, 'precious.txt'), 'utf8'),
      readFileSync(join(dir, 'inside.txt'), 'utf8'),
    ]).toEqual(['precious', 'precious']);
    expect(lstatSync(join(outside, 'new.txt'), { throwIfNoEntry: false })).toBeUndefined();
    expect(readlinkSync(join(dir, 'inner.txt'))).toBe('inside.txt');
  });

  test('is written where it is new, or a regular file, also behind a link that stays inside', () => {
    const { dir } = planted('.git/HEAD');
    mkdirSync(join(dir, 'reports'));
    symlinkSync('reports', join(dir, 'latest'));
    for (const name of ['new.json', 'reports/new.json', 'latest/newer.json', 'new.json']) {
      expect(run(dir, ...offline, ...args(name)).err, name).not.toContain('cannot be');
      expect(JSON.parse(readFileSync(join(dir, name), 'utf8'))).toMatchObject({ findings: expect.any(Array) });
    }
  });
});

test('a report is written into no FIFO of a checkout, and into what the user has elsewhere', (context) => {
  const { dir, outside } = planted('.git/HEAD');
  if (!succeeds(dir, 'mkfifo', 'pipe')) context.skip('no mkfifo here');
  expect(run(dir, ...offline, '--format', 'json=pipe')).toMatchObject({
    code: 2,
    err: expect.stringContaining('(not a regular file)'),
  });
  symlinkSync(join(outside, 'precious.txt'), join(outside, 'mine.txt'));
  expect(run(dir, ...offline, '--format', `json=${join(outside, 'mine.txt')}`).code).toBe(1);
  expect(JSON.parse(readFileSync(join(outside, 'precious.txt'), 'utf8'))).toMatchObject({
    findings: expect.any(Array),
  });
  const piped = start(dir, 'sh', [
    '-c',
    `"${process.execPath}" "${program}" --cache off --format json=/dev/stdout | cat`,
  ]);
  expect(JSON.parse(piped.out)).toMatchObject({ findings: expect.any(Array) });
});

test('a file that is there is not mended behind a folder that is a link out of the checkout, from wherever it is named', () => {
  const { dir, outside } = planted('.git/HEAD');
  writeFileSync(join(outside, 'a.go'), leakyFile('wait'));
  const { err } = run(outside, ...offline, '--fix', '--go-version', '1.22', join(dir, 'out', 'a.go'));
  expect(err).toContain('it is not fixed: a symbolic link leads to it');
  expect(readFileSync(join(outside, 'a.go'), 'utf8')).toBe(leakyFile('wait'));
});

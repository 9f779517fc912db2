import { expect, test } from 'vitest';
import { folder, goMod, leakyFile, places, program, run, start } from '../built-program.ts';

const leaky = { 'go.mod': goMod, 'a.go': leakyFile('wait') };
const offline = ['--cache', 'off'];

test('a hundred thousand file arguments are taken, each file once', () => {
  const dir = folder(leaky);
  // Through the shell, whose words may be more than a system call takes at a time.
  const { code, out } = start(dir, 'sh', [
    '-c',
    `yes ./a.go | head -100000 | xargs -s 2000000 -n 100000 "${process.execPath}" "${program}" --cache off; true`,
  ]);
  expect(code).toBe(0);
  expect(places({ code, out, err: '' })).toEqual(['a.go:6:7']);
});

test.each([
  ['wildcards that could be tried in countless ways', `${'*a'.repeat(40)}*b.go`],
  ['stars for folders', `${'**/a/'.repeat(200)}**/b.go`],
  ['dots', `./${'a...'.repeat(500)}b`],
  ['braces that stand for a million patterns', `${'{a,b}'.repeat(20)}.go`],
  ['braces in braces', '{'.repeat(20_000)],
  ['a class without an end', `[${'a'.repeat(20_000)}`],
  ['a word that objects have', '__proto__'],
])('%s take no time and match nothing', (_, pattern) => {
  const dir = folder({ ...leaky, [`${'a/'.repeat(40)}${'a'.repeat(200)}.go`]: 'package p\n' });
  const { out, err } = run(dir, ...offline, '--', pattern);
  expect(out).toBe('');
  expect(err).toMatch(/^golint-leaks: (?:warning|error): /);
});

test('a .gitignore of the repository cannot stop the run', () => {
  const lines = [`${'*a'.repeat(100)}*b`, `${'**/a/'.repeat(100)}**/b`, '[a'.repeat(5000)].join('\n');
  const dir = folder({
    ...leaky,
    '.git/HEAD': '',
    '.gitignore': `${lines}\n`,
    [`${'a/'.repeat(60)}${'a'.repeat(200)}.go`]: leakyFile('wait'),
  });
  expect(places(run(dir, ...offline))).toHaveLength(2);
});

test(
  'hundreds of folders, names without number and stars for folders in a .gitignore take seconds',
  { timeout: 30_000 },
  () => {
    const deep = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`d${i}/a.go`, 'package p\n']));
    const lines = [
      '**/a/**/a/**/b',
      ...Array.from({ length: 60_000 }, (_, i) => `n${i}`),
      ...Array.from({ length: 3_000 }, (_, i) => `*a*a*a*a*${i}`),
    ];
    const path = `${'a/'.repeat(300)}${'a'.repeat(200)}.go`;
    const dir = folder({
      ...leaky,
      ...deep,
      '.git/HEAD': '',
      '.gitignore': `${lines.join('\n')}\n`,
      [path]: leakyFile('wait'),
    });
    const { out, err } = run(dir, ...offline);
    expect(places({ code: 0, out, err })).toHaveLength(2);
    expect(err).toMatch(
      /warning: .*\.go(?: and \d+ more)?: the lines of \.gitignore take too much work to be matched; it is taken for not ignored\n/,
    );
  },
);

test('long globs of a configuration take no time, and those that would are refused', { timeout: 30_000 }, () => {
  const files = Object.fromEntries(
    Array.from({ length: 400 }, (_, i) => [`${'x'.repeat(100)}/${'a'.repeat(200)}${i}.go`, 'package p\n']),
  );
  const globs = (glob: (i: number) => string): string =>
    `exclude:\n${Array.from({ length: 60 }, (_, i) => `  - "${glob(i)}"\n`).join('')}`;
  const real = globs((i) => `**/generated_${'x'.repeat(80)}_${i}*/*_${'a'.repeat(100)}*.pb.go`);
  expect(run(folder({ ...leaky, ...files, '.golint-leaks.yaml': real }), ...offline).code).toBe(1);
  const hostile = globs((i) => `*${'a'.repeat(140)}${i}*${'?'.repeat(60)}*b`);
  const { code, err } = run(folder({ ...leaky, ...files, '.golint-leaks.yaml': hostile }), ...offline);
  expect({ code, err }).toEqual({
    code: 2,
    err: expect.stringContaining('take too much work to be matched with one file'),
  });
});

test('keys that objects have from birth are keys like others', () => {
  for (const text of [
    '__proto__:\n  strict: true\n',
    'rules:\n  __proto__: off\n',
    'constructor: 1\n',
    'rules:\n  toString: off\n',
  ]) {
    const { code, err } = run(folder({ ...leaky, '.golint-leaks.yaml': text }), ...offline);
    expect({ code, lines: err.trimEnd().split('\n').length }, text).toEqual({ code: 2, lines: 1 });
  }
});

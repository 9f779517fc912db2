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

test('keys that objects have from birth are keys like others', () => {
  for (const text of ['__proto__:\n  strict: true\n', 'rules:\n  __proto__: off\n', 'constructor: 1\n', 'rules:\n  toString: off\n']) {
    const { code, err } = run(folder({ ...leaky, '.golint-leaks.yaml': text }), ...offline);
    expect({ code, lines: err.trimEnd().split('\n').length }, text).toEqual({ code: 2, lines: 1 });
  }
});

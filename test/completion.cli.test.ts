import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { folder, program, run, start, succeeds } from './built-program.ts';

/** What bash offers for the last of these words, when it has read the script of the program. */
function offered(dir: string, ...words: readonly string[]): readonly string[] {
  const bin = join(dir, 'golint-leaks');
  writeFileSync(bin, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`);
  chmodSync(bin, 0o755);
  const quoted = ['golint-leaks', ...words].map((word) => `'${word}'`).join(' ');
  const script = `source <(golint-leaks completion); COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _golint_leaks; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { out } = start(dir, 'bash', ['--noprofile', '--norc', '-c', script], { PATH: `${dir}:${process.env['PATH'] ?? ''}` });
  return out.split('\n').filter((line) => line !== '');
}

describe('in bash', () => {
  beforeEach(({ skip }) => skip(!succeeds('/', 'bash', '--version'), 'bash is not installed'));
  const dir = folder({ 'go.mod': 'module m\n', 'main.go': 'package main\n' });

  test('commands and flags', () => {
    expect(offered(dir, 'ex')).toEqual(['explain']);
    expect(offered(dir, '')).toEqual(['evidence', 'lsp', 'rules', 'explain', 'config', 'init', 'completion', 'version', 'help']);
    expect(offered(dir, './...', '')).toEqual([]);
    expect(offered(dir, '--fo')).toEqual(['--format']);
    expect(offered(dir, '--')).toEqual(expect.arrayContaining(['--format', '--rule', '--fail-on', '--strict', '--quiet', '--color']));
  });

  test('values of flags', () => {
    expect(offered(dir, '--format', 's')).toEqual(['sarif']);
    expect(offered(dir, '--fail-on', '')).toEqual(['error', 'warning', 'note', 'never']);
    expect(offered(dir, '--color', 'a')).toEqual(['auto', 'always']);
    expect(offered(dir, 'main.go', '--color', '=', 'n')).toEqual(['never']);
    expect(offered(dir, '--color', '=')).toEqual(['auto', 'always', 'never']);
    expect(offered(dir, '--format', 'sarif', '=', 'x')).toEqual([]);
    expect(offered(dir, '--rule', 'ticker')).toEqual(['ticker-not-stopped']);
  });

  test('rules of explain, those of the configuration too', () => {
    expect(offered(dir, 'explain', '')).toEqual(rules.map(({ id }) => id));
    const own = folder({
      '.golint-leaks.yaml': 'resources:\n  - {id: conn-not-returned, acquire: a.com/b.C, type: a.com/b.D, release: E}\n',
    });
    expect(offered(own, 'explain', 'conn')).toEqual(['conn-not-returned']);
  });

  test('nothing for the name of a file, so that the shell completes it', () => {
    expect(offered(dir, 'main')).toEqual([]);
    expect(offered(dir, '--output', 'ma')).toEqual([]);
  });

  test('a broken configuration breaks no completion', () => {
    const broken = folder({ '.golint-leaks.yaml': '[' });
    expect(offered(broken, '--format', 'js')).toEqual(['json']);
  });
});

test('the script is printed whatever is in the folder', () => {
  expect(run(folder({ '.golint-leaks.yaml': '[' }), 'completion')).toMatchObject({
    code: 0,
    out: expect.stringContaining('_golint_leaks()'),
    err: '',
  });
});

describe('what all shells ask', () => {
  const asked = (...words: readonly string[]): readonly string[] => run(folder(), '--complete', ...words).out.trimEnd().split('\n');

  test('a value may be joined to its flag, and files are left to the shell', () => {
    expect(asked('--color=a')).toEqual(['--color=auto', '--color=always']);
    expect(asked('-o', '')).toEqual([':files']);
    expect(asked('--baseline', 'kn')).toEqual([':files']);
    expect(asked('./cmd')).toEqual([':files']);
    expect(asked('rules', '--format', '')).toEqual(['text', 'json']);
    expect(asked('completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(asked('help', 'ex')).toEqual(['explain']);
  });

  test('every flag of every command is offered', () => {
    for (const command of ['rules', 'config', 'explain'])
      for (const [, flag = ''] of run(folder(), command, '--help').out.matchAll(/^ {2}(?:-\w, | {4})(--[a-z-]+)/gm)) expect(asked(command, '--')).toContain(flag);
  });

  test.each(['zsh', 'fish'])('the script for %s is one', (shell) => {
    const { code, out } = run(folder(), 'completion', shell);
    expect(code).toBe(0);
    expect(out).toContain('golint-leaks --complete');
  });

  test.for(['zsh', 'fish'])('%s reads its script', (shell, { skip }) => {
    skip(!succeeds('/', shell, '--version'), `${shell} is not installed`);
    const dir = folder({ script: run(folder(), 'completion', shell).out });
    expect(start(dir, shell, ['-n', 'script'])).toEqual({ code: 0, out: '', err: '' });
  });

  test('fish offers what the program says', ({ skip }) => {
    skip(!succeeds('/', 'fish', '--version'), 'fish is not installed');
    const dir = folder({ 'golint-leaks': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n` });
    chmodSync(join(dir, 'golint-leaks'), 0o755);
    const path = { PATH: `${dir}:${process.env['PATH'] ?? ''}`, HOME: dir };
    expect(start(dir, 'fish', ['-c', 'golint-leaks completion fish | source; complete -C "golint-leaks expl"'], path).out).toBe('explain\n');
  });
});

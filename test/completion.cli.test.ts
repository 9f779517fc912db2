import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { folder, program, run, start, succeeds, write } from './built-program.ts';

/** What bash offers for the last word of each of these lines, when it has read the script of the program. */
function offered(dir: string, ...lines: readonly (readonly string[])[]): readonly (readonly string[])[] {
  write(dir, {
    'golint-leaks': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
    script: run(dir, 'completion').out,
  });
  chmodSync(join(dir, 'golint-leaks'), 0o755);
  const asked = lines.map((words) => {
    const quoted = ['golint-leaks', ...words].map((word) => `'${word}'`).join(' ');
    return `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length}; _golint_leaks; printf '%s\\n' "\${COMPREPLY[@]}" ---`;
  });
  const { out } = start(dir, 'bash', ['--noprofile', '--norc', '-c', `source script; ${asked.join('; ')}`], {
    PATH: `${dir}:${process.env['PATH'] ?? ''}`,
  });
  return out.split('---\n').slice(0, -1).map((answer) => answer.split('\n').filter((line) => line !== ''));
}

test('bash offers what the program says', ({ skip }) => {
  skip(!succeeds('/', 'bash', '--version'), 'bash is not installed');
  const dir = folder({ 'go.mod': 'module m\n', 'main.go': 'package main\n' });
  const lines = [
    ['ex'],
    ['./...', ''],
    ['main.go', '--color', '=', 'n'],
    ['--format', 'sarif', '=', 'x'],
    ['--output', 'ma'],
  ];
  expect(offered(dir, ...lines)).toEqual([['explain'], [], ['never'], [], []]);
});

test('the script is printed whatever is in the folder', () => {
  expect(run(folder({ '.golint-leaks.yaml': '[' }), 'completion')).toMatchObject({
    code: 0,
    out: expect.stringContaining('_golint_leaks()'),
    err: '',
  });
});

describe('what all shells ask', () => {
  const asked = (...words: readonly string[]): readonly string[] =>
    run(folder(), '--complete', ...words)
      .out.trimEnd()
      .split('\n');

  test('commands and flags', () => {
    expect(asked('ex')).toEqual(['explain', ':files']);
    expect(asked('').slice(0, -1)).toEqual(run(folder(), '--help').out.match(/(?<=^ {2}golint-leaks )\w+/gm));
    expect(asked('--fo')).toEqual(['--format']);
    expect(asked('--')).toEqual(
      expect.arrayContaining(['--format', '--rule', '--fail-on', '--strict', '--quiet', '--color']),
    );
  });

  test('values of flags, as three words where bash gives them so', () => {
    expect(asked('--format', 's')).toEqual(['sarif']);
    expect(asked('--fail-on', '')).toEqual(['error', 'warning', 'note', 'never']);
    expect(asked('--color', 'a')).toEqual(['auto', 'always']);
    expect(asked('main.go', '--color', '=', 'n')).toEqual(['never']);
    expect(asked('--color', '=')).toEqual(['auto', 'always', 'never']);
    expect(asked('--rule', 'ticker')).toEqual(['ticker-not-stopped']);
  });

  test('rules of explain, those of the configuration too; a broken one breaks no completion', () => {
    expect(asked('explain', '')).toEqual(rules.map(({ id }) => id));
    const own = folder({
      '.golint-leaks.yaml':
        'resources:\n  - {id: conn-not-returned, acquire: a.com/b.C, type: a.com/b.D, release: E}\n',
    });
    expect(run(own, '--complete', 'explain', 'conn').out).toBe('conn-not-returned\n');
    expect(run(folder({ '.golint-leaks.yaml': '[' }), '--complete', '--format', 'js').out).toBe('json\n');
  });

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
      for (const [, flag = ''] of run(folder(), command, '--help').out.matchAll(/^ {2}(?:-\w, | {4})(--[a-z-]+)/gm))
        expect(asked(command, '--')).toContain(flag);
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

  test('zsh offers what the program says', ({ skip }) => {
    skip(!succeeds('/', 'zsh', '--version'), 'zsh is not installed');
    const offered = (...words: readonly string[]): string => {
      const dir = folder({
        script: run(folder(), 'completion', 'zsh').out,
        'golint-leaks': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`,
      });
      chmodSync(join(dir, 'golint-leaks'), 0o755);
      // In place of what only works while a line is edited.
      const editor = 'compdef() { :; }; compadd() { print -l -- "${@:2}"; }; _files() { print FILES; }';
      const line = ['golint-leaks', ...words].map((word) => `'${word}'`).join(' ');
      const asked = `${editor}; source ./script; words=(${line}); CURRENT=${words.length + 1}; _golint_leaks`;
      return start(dir, 'zsh', ['-f', '-c', asked], { PATH: `${dir}:${process.env['PATH'] ?? ''}` }).out;
    };
    expect(offered('--fail-on', 'n')).toBe('note\nnever\n');
    expect(offered('ex')).toBe('FILES\nexplain\n');
    expect(offered('--output', 'ma')).toBe('FILES\n');
    expect(offered('--color=al')).toBe('--color=always\n');
  });

  test('fish offers what the program says', ({ skip }) => {
    skip(!succeeds('/', 'fish', '--version'), 'fish is not installed');
    const dir = folder({ 'golint-leaks': `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n` });
    chmodSync(join(dir, 'golint-leaks'), 0o755);
    const path = { PATH: `${dir}:${process.env['PATH'] ?? ''}`, HOME: dir };
    expect(start(dir, 'fish', ['-c', 'golint-leaks completion fish | source; complete -C "golint-leaks --fail-on n"; complete -C "golint-leaks --color=al"'], path).out)
      .toBe('never\nnote\n--color=always\n');
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { folder, goMod, leakyFile, program, run, start, succeeds } from './built-program.ts';

const leaky = { 'go.mod': goMod, 'a.go': leakyFile('wait') };
const command = `"${process.execPath}" "${program}"`;

/** Runs a command of a shell on a terminal of its own; what it shows there. */
function onTerminal(dir: string, line: string, env: Readonly<Record<string, string>> = {}): string {
  return start(dir, 'script', ['-qec', line, '/dev/null'], { NO_COLOR: '', CI: '', TERM: 'xterm', ...env }).out;
}

describe('--quiet', () => {
  test('says nothing but findings', () => {
    const dir = folder({ ...leaky, 'broken.go': '' });
    expect(run(dir).err.split('\n')).toHaveLength(3);
    expect(run(dir, '--quiet')).toMatchObject({ code: 1, out: expect.stringMatching(/^a\.go:6:7: /), err: '' });
  });

  test('and errors', () => {
    expect(run(folder(leaky), '--quiet', 'nowhere.go')).toMatchObject({
      code: 2,
      err: expect.stringContaining('nowhere.go'),
    });
  });
});

describe('a reader that stops reading', () => {
  const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile(...Array.from({ length: 400 }, (_, i) => `wait${i}`)) });

  test.each([
    ['standard output', `${command} 2>err | head -1 >out; echo "\${PIPESTATUS[0]}"`],
    ['standard error', `${command} 2>&1 >out | true; echo "\${PIPESTATUS[0]}"`],
  ])('of %s is no error: the exit code stays', (_name, line) => {
    expect(start(dir, 'bash', ['-c', `${line}; grep -i 'error:\\|EPIPE' err; true`])).toMatchObject({ out: '1\n' });
  });
});

describe('on a terminal', () => {
  beforeEach(({ skip }) =>
    skip(!succeeds('/', 'script', '--version'), 'script, which makes a terminal, is not installed'),
  );

  test('colours, and links where the terminal shows them', () => {
    const dir = folder(leaky);
    const link =
      '\x1b]8;;https://github.com/golint-leaks/golint-leaks/blob/main/rules/ticker-not-stopped/rule.md\x1b\\(ticker-not-stopped)\x1b]8;;\x1b\\';
    expect(onTerminal(dir, command)).toContain('\x1b[1;33mwarning');
    expect(onTerminal(dir, command)).not.toContain('\x1b]8');
    expect(onTerminal(dir, command, { TERM_PROGRAM: 'vscode' })).toContain(link);
    expect(onTerminal(dir, command, { TERM_PROGRAM: 'vscode', NO_COLOR: '1' })).not.toContain('\x1b');
    expect(
      onTerminal(dir, `${command} --format github --format text=plain.txt; cat plain.txt`, { TERM_PROGRAM: 'vscode' }),
    ).not.toContain('\x1b');
    expect(onTerminal(dir, `${command} | cat`, { TERM_PROGRAM: 'vscode' })).not.toContain('\x1b');
  });
});

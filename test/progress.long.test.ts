import { expect, test } from 'vitest';
import { folder, goMod, leakyFile, program, start, succeeds } from './built-program.ts';

const leaky = { 'go.mod': goMod, 'a.go': leakyFile('wait') };
const command = `"${process.execPath}" "${program}"`;

/** What makes each opened Go file take a while, however fast the machine is. */
const slowDisk = `
  const fs = require('node:fs');
  const { openSync } = fs;
  const clock = new Int32Array(new SharedArrayBuffer(4));
  fs.openSync = (path, ...rest) => {
    if (String(path).endsWith('.go')) Atomics.wait(clock, 0, 0, 30);
    return openSync(path, ...rest);
  };
`;

/** Runs a command of a shell on a terminal of its own; what it shows there. */
function onTerminal(dir: string, line: string, env: Readonly<Record<string, string>> = {}): string {
  return start(dir, 'script', ['-qec', line, '/dev/null'], { NO_COLOR: '', CI: '', TERM: 'xterm', ...env }).out;
}

test('a run that takes longer than a second says how far it is, and takes that away; in CI, quiet, or short it does not', ({ skip }) => {
  skip(!succeeds('/', 'script', '--version'), 'script, which makes a terminal, is not installed');
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}/a.go`, leakyFile('wait')]));
  const long = folder({ 'go.mod': goMod, ...many, 'slow.cjs': slowDisk });
  const line = `"${process.execPath}" --require ./slow.cjs "${program}" --format json=/dev/null --fail-on never`;
  const shown = onTerminal(long, line);
  expect(shown).toMatch(/\r\x1b\[Kgolint-leaks: \d+ of 60 folders/);
  expect(shown).toMatch(/\r\x1b\[Kgolint-leaks: 60 packages, [^\x1b]*$/);
  expect(onTerminal(long, line, { CI: 'true' })).not.toContain('\x1b[K');
  expect(onTerminal(long, `${line} --quiet`)).toBe('');
  expect(onTerminal(folder(leaky), command)).not.toContain('\x1b[K');
});

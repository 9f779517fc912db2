import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { folder, goMod, leakyFile, plainEnv, program, run, write } from './built-program.ts';

/** Starts a watch, and gives what it has said since the last question, as soon as it waits for changes. */
function watching(dir: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [program, '--watch', ...args], { cwd: dir, env: plainEnv });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [out, err] = ['', ''];
  child.stdout.on('data', (data: Buffer) => { out += data.toString(); });
  child.stderr.on('data', (data: Buffer) => { err += data.toString(); });
  const round = async (): Promise<{ readonly out: string; readonly err: string }> => {
    while (!err.includes('waiting for changes')) await new Promise((resolve) => { setTimeout(resolve, 20); });
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    const said = { out, err };
    [out, err] = ['', ''];
    return said;
  };
  return { child, round };
}

describe('--watch', () => {
  test('looks again when a file changes, comes or goes, and when the configuration does', async () => {
    const dir = folder({ 'go.mod': goMod, 'a.go': leakyFile('wait'), 'sub/b.go': 'package sub\n' });
    const { round } = watching(dir, '--format', 'concise');
    expect((await round()).out).toMatch(/^a\.go:6:7: warning: [^\n]*\n$/);
    write(dir, { 'sub/b.go': leakyFile('wait').replace('package p', 'package sub') });
    expect((await round()).out.match(/^\S+:6:7/gm)).toEqual(['a.go:6:7', 'sub/b.go:6:7']);
    rmSync(join(dir, 'a.go'));
    expect((await round()).out.match(/^\S+:6:7/gm)).toEqual(['sub/b.go:6:7']);
    write(dir, { '.golint-leaks.yaml': 'strict: [' });
    expect(await round()).toMatchObject({ out: '', err: expect.stringContaining('.golint-leaks.yaml:1:') });
    write(dir, { '.golint-leaks.yaml': 'exclude: [sub]\n' });
    expect((await round()).err).toContain('1 file excluded by the configuration');
  });

  test('ends by Ctrl-C', async () => {
    const { child, round } = watching(folder({ 'go.mod': goMod, 'a.go': 'package p\n' }));
    await round();
    const ended = new Promise((resolve) => { child.on('exit', (_code, signal) => resolve(signal)); });
    child.kill('SIGINT');
    expect(await ended).toBe('SIGINT');
  });

  test('only reads', () => {
    for (const flag of ['--fix', '--staged', '--baseline=b --write-baseline'])
      expect(run(folder(), '--watch', ...flag.split(' '))).toMatchObject({
        code: 2,
        err: expect.stringContaining('--watch looks at files again'),
      });
  });
});

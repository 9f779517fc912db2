import { chmodSync, cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { folder, goMod, leakyFile, start } from './built-program.ts';

const text = readFileSync(assetPath('Dockerfile'), 'utf8');
const lines = text
  .split('\n')
  .filter((line) => /^[A-Z]+ /.test(line))
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
const instructions = (name: string): readonly string[] =>
  lines.filter(([each]) => each === name).map(([, rest]) => rest);
const leaky = { 'go.mod': goMod, 'a.go': leakyFile('wait') };

describe('the container file', () => {
  test('copies all that the program needs: what it copies works by itself', () => {
    const root = folder();
    for (const copy of instructions('COPY')) {
      const words = copy.split(' ');
      const target = words.at(-1) ?? '';
      for (const source of words.slice(0, -1))
        cpSync(assetPath(source), join(root, target === './' ? source : target), { recursive: true });
    }
    const command = join(folder(), 'golint-leaks');
    symlinkSync(join(root, 'dist/src/cli.cjs'), command);
    chmodSync(join(root, 'dist/src/cli.cjs'), 0o755);
    expect(start(folder(leaky), command, ['./...'])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^a\.go:6:7: warning: /),
    });
    expect(start(folder(leaky), command, ['explain', 'ticker-not-stopped']).code).toBe(0);
  });

  test('sends no more to the builder than it copies', () => {
    const kept = readFileSync(assetPath('.dockerignore'), 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    const copied = instructions('COPY').flatMap((copy) => copy.split(' ').slice(0, -1));
    expect(kept.sort()).toEqual(copied.sort());
  });

  test('runs as nobody in particular, and takes patterns', () => {
    expect(instructions('USER')).toEqual(['node']);
    expect(instructions('ENTRYPOINT')).toEqual(['["golint-leaks"]']);
    expect(instructions('FROM')).toEqual([expect.stringMatching(/^node:\d+-alpine$/)]);
  });

  test('is built and run', ({ skip }) => {
    if (start('/', 'docker', ['info']).code !== 0) skip('docker does not run here');
    const built = start(assetPath('.'), 'docker', ['build', '--quiet', '-t', 'golint-leaks:test', '.']);
    if (/toomanyrequests|dial tcp|no such host|TLS|timeout/i.test(built.err)) skip('the base image cannot be had');
    expect(built.code, built.err).toBe(0);
    const ran = start('/', 'docker', ['run', '--rm', '-v', `${folder(leaky)}:/src:ro`, 'golint-leaks:test', './...']);
    expect(ran).toMatchObject({ code: 1, out: expect.stringMatching(/^a\.go:6:7: warning: /) });
  });
});

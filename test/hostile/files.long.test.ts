import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folder, goMod, leakyFile, program, run, start } from '../built-program.ts';

const offline = ['--cache', 'off'];

test('two runs at once on one cache and one output leave both whole', () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}/a.go`, leakyFile('wait')]));
  const dir = folder({ 'go.mod': goMod, ...many });
  const expected = run(dir, ...offline, '--format', 'json').out;
  const one = `"${process.execPath}" "${program}" --quiet --cache ../cache --format json=../out.json ./...`;
  mkdirSync(join(dir, 'work'));
  for (let round = 0; round < 3; round++) {
    start(dir, 'sh', ['-c', [one, one, one].map((line) => `${line.replaceAll('../', 'work/')} &`).join(' ') + ' wait']);
    expect(readFileSync(join(dir, 'work', 'out.json'), 'utf8')).toBe(expected);
    expect(run(dir, '--cache', 'work/cache', '--format', 'json').out).toBe(expected);
  }
});

test('a thread that breaks down costs the folder it was at, which is said, and the exit code is 2', () => {
  // So much text that helpers are wanted, and behind it folders for which the main thread takes its time.
  const long = `package p\n\n/*${'x'.repeat(3_000_000)}*/\n`;
  const names = Array.from({ length: 60 }, (_, i) => `p${i}/${i % 2 === 1 ? 'poison' : 'a'}.go`);
  const many = Object.fromEntries(names.map((name) => [name, leakyFile('wait')]));
  const dir = folder({ 'go.mod': goMod, 'a/a.go': long, 'b/b.go': long, ...many });
  // Ends each helping thread that comes to a poisoned file; the main thread reads it. Four cores, whatever there are.
  writeFileSync(join(dir, 'poison.cjs'), `
    const fs = require('node:fs');
    const { isMainThread } = require('node:worker_threads');
    require('node:os').availableParallelism = () => 4;
    const { openSync } = fs;
    const clock = new Int32Array(new SharedArrayBuffer(4));
    fs.openSync = (path, ...rest) => {
      if (!isMainThread && String(path).endsWith('poison.go')) process.exit(1);
      if (isMainThread && /p\\d+.\\w+\\.go$/.test(String(path))) Atomics.wait(clock, 0, 0, 50);
      return openSync(path, ...rest);
    };
  `);
  const all = JSON.parse(run(dir, ...offline, '--format', 'json').out);
  const result = start(dir, process.execPath, [
    '--require',
    join(dir, 'poison.cjs'),
    program,
    ...offline,
    '--format',
    'json',
  ]);
  const failed = [
    ...result.err.matchAll(/error: (\S+) could not be analysed: the thread that was at it broke down/g),
  ].map(([, path = '']) => path);
  expect(result.code).toBe(2);
  expect(failed.length).toBeGreaterThan(0);
  const isLost = (path: string): boolean => failed.some((lost) => join(dir, path).startsWith(`${lost}/`));
  expect(JSON.parse(result.out).findings).toEqual(
    all.findings.filter(({ path }: { readonly path: string }) => !isLost(path)),
  );
});

test('files that vanish while they are read are said or gone, and nothing breaks', () => {
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`p${i}/a.go`, leakyFile('wait')]));
  const dir = folder({ 'go.mod': goMod, ...many });
  const line = `(for i in $(seq 0 59); do rm -rf p$i; done) & "${process.execPath}" "${program}" --cache off --format json --fail-on never; code=$?; wait; exit $code`;
  const { code, out } = start(dir, 'sh', ['-c', line]);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ version: expect.any(String) });
  rmSync(dir, { recursive: true, force: true });
});

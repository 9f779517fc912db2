import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { keptCode, leak } from './kept-code.ts';

describe('code that is kept from an earlier run', () => {
  test('is for this user alone, taken by the next run, and changes nothing', () => {
    const { run, kept, times } = keptCode();
    expect(run()).toMatchObject(leak);
    expect(kept().map((path) => path.replace(/.*\/|-.*/g, ''))).toEqual(['analysis.cjs', 'program.cjs']);
    expect(kept().map((path) => statSync(path).mode & 0o777)).toEqual([0o600, 0o600]);
    const before = times();
    expect(run()).toMatchObject(leak);
    expect(times()).toEqual(before);
  });

  test('is not kept by a run that is no analysis, which needs too little of it', () => {
    const { cache, run } = keptCode();
    expect(run('--version').code).toBe(0);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('is not asked for where the cache is elsewhere or off', () => {
    const { cache, run } = keptCode();
    expect(run('--cache', 'off')).toMatchObject(leak);
    expect(run(`--cache=${join(cache, 'other')}`)).toMatchObject(leak);
    expect(readdirSync(cache)).toEqual([]);
  });

  test('is not believed where others may write it, nor under the name of another file', () => {
    const { run, kept } = keptCode();
    run();
    const [analysis = '', main = ''] = kept();
    chmodSync(main, 0o666);
    cpSync(main, analysis);
    expect(run()).toMatchObject(leak);
    expect(statSync(main).mode & 0o777).toBe(0o600);
    expect(readFileSync(analysis, 'latin1')).toMatch(/^analysis\.cjs-/);
  });

  test('is not kept in a checkout, whose files may come from anybody', () => {
    const { cache, run } = keptCode();
    mkdirSync(join(cache, '.git'));
    expect(run()).toMatchObject(leak);
    expect(readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((path) => path.includes('.cjs-'))).toEqual(
      [],
    );
  });

  test('is not needed: a folder that cannot be made costs nothing', () => {
    const { cache, run } = keptCode();
    writeFileSync(join(cache, 'golint-leaks'), 'a file');
    expect(run()).toMatchObject(leak);
  });
});

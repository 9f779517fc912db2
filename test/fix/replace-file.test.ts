import { randomUUID } from 'node:crypto';
import { chmodSync, chownSync, linkSync, readFileSync, readdirSync, statSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile } from '../../src/fix/replace-file.ts';
import { folder } from '../built-program.ts';

describe('replaceFile', () => {
  test('replaces the text and keeps the mode', () => {
    const dir = folder({ 'a.go': 'old' });
    chmodSync(join(dir, 'a.go'), 0o751);
    expect(replaceFile('a.go', 'old', 'new', dir)).toEqual({ done: true, said: undefined });
    expect(readFileSync(join(dir, 'a.go'), 'utf8')).toBe('new');
    expect(statSync(join(dir, 'a.go')).mode & 0o777).toBe(0o751);
    expect(readdirSync(dir)).toEqual(['a.go']);
  });

  test('takes an absolute path outside of the working directory', () => {
    const dir = folder({ 'a.go': 'old' });
    expect(replaceFile(join(dir, 'a.go'), 'old', 'new', folder({}))).toEqual({ done: true, said: undefined });
    expect(readFileSync(join(dir, 'a.go'), 'utf8')).toBe('new');
  });

  test('leaves a read-only file, also to root', () => {
    const dir = folder({ 'a.go': 'old' });
    chmodSync(join(dir, 'a.go'), 0o444);
    expect(replaceFile('a.go', 'old', 'new', dir)).toEqual({ done: false, said: 'it is read-only' });
    expect(readFileSync(join(dir, 'a.go'), 'utf8')).toBe('old');
  });

  test('leaves a file that somebody has changed since', () => {
    const dir = folder({ 'a.go': 'newer' });
    expect(replaceFile('a.go', 'old', 'new', dir)).toEqual({
      done: false,
      said: expect.stringContaining('has changed'),
    });
    expect(readFileSync(join(dir, 'a.go'), 'utf8')).toBe('newer');
  });

  test('leaves a file that is not UTF-8: what was read is not what is there', () => {
    const bytes = Buffer.from([0x6f, 0xff, 0x64]);
    const dir = folder({ 'a.go': bytes });
    expect(replaceFile('a.go', bytes.toString('utf8'), 'new', dir)).toEqual({
      done: false,
      said: expect.stringContaining('not UTF-8'),
    });
    expect(readFileSync(join(dir, 'a.go'))).toEqual(bytes);
  });

  test('keeps a byte order mark', () => {
    const dir = folder({ 'a.go': '\ufeffold' });
    expect(replaceFile('a.go', '\ufeffold', '\ufeffnew', dir)).toEqual({ done: true, said: undefined });
    expect([...readFileSync(join(dir, 'a.go')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('follows no symbolic link, neither to a file nor to a folder outside', () => {
    const outside = folder({ 'a.go': 'old' });
    const dir = folder({ 'b.go': 'old' });
    symlinkSync(join(outside, 'a.go'), join(dir, 'a.go'));
    symlinkSync(outside, join(dir, 'linked'));
    symlinkSync('b.go', join(dir, 'c.go'));
    for (const path of ['a.go', 'linked/a.go', 'c.go'])
      expect(replaceFile(path, 'old', 'new', dir), path).toEqual({ done: false, said: 'a symbolic link leads to it' });
    expect(readFileSync(join(outside, 'a.go'), 'utf8')).toBe('old');
    expect(readFileSync(join(dir, 'b.go'), 'utf8')).toBe('old');
  });

  test('leaves what others know by another name as it is, and says so', () => {
    const dir = folder({ 'a.go': 'old' });
    linkSync(join(dir, 'a.go'), join(dir, 'b.go'));
    expect(replaceFile('a.go', 'old', 'new', dir)).toEqual({
      done: true,
      said: 'other hard links to it keep the old text',
    });
    expect(readFileSync(join(dir, 'b.go'), 'utf8')).toBe('old');
  });

  test('what a killed run has left is not in the way, and is removed once it is old', () => {
    const dir = folder({
      'a.go': 'old',
      [`.a.go.${randomUUID()}.golint-leaks`]: 'half',
      '.a.go.golint-leaks': 'of somebody else',
    });
    expect(replaceFile('a.go', 'old', 'new', dir).done).toBe(true);
    expect(readdirSync(dir)).toHaveLength(3);
    for (const name of readdirSync(dir)) utimesSync(join(dir, name), 1, 1);
    expect(replaceFile('a.go', 'new', 'newer', dir).done).toBe(true);
    expect(readdirSync(dir)).toEqual(['.a.go.golint-leaks', 'a.go']);
  });

  test.skipIf(process.geteuid?.() !== 0)('keeps the owner, for whom root mends', () => {
    const dir = folder({ 'a.go': 'old' });
    chownSync(join(dir, 'a.go'), 1234, 4321);
    chmodSync(join(dir, 'a.go'), 0o4751);
    expect(replaceFile('a.go', 'old', 'new', dir).done).toBe(true);
    expect(statSync(join(dir, 'a.go'))).toMatchObject({ uid: 1234, gid: 4321, mode: 0o104751 });
  });

  test('says it where the file is gone', () => {
    expect(replaceFile('a.go', 'old', 'new', folder({}))).toEqual({
      done: false,
      said: expect.stringContaining('it is gone'),
    });
  });
});

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBytes } from '../../src/host/read-bytes.ts';
import { folder, succeeds } from '../built-program.ts';

describe('readBytes', () => {
  const text = (path: string, limit: number, followLink = true): string => {
    const read = readBytes(path, { limit, followLink });
    return read.kind === 'bytes' ? read.bytes.toString() : 'why' in read ? read.why : read.kind;
  };

  test('gives a file up to its limit, to the byte', () => {
    const file = join(folder(), 'a');
    for (const size of [0, 1, 4095, 4096, 4097, 100_000]) {
      writeFileSync(file, 'x'.repeat(size));
      expect(text(file, 100_000)).toBe('x'.repeat(size));
      if (size > 0) expect(text(file, size - 1)).toMatch(/^larger than \d+ KB$/);
      expect(text(file, size)).toBe('x'.repeat(size));
    }
  });

  test('takes no more than the limit of a file that says it is empty', ({ skip }) => {
    skip(process.platform !== 'linux', 'there is no /proc');
    expect(text('/proc/self/smaps', 4096)).toBe('larger than 4 KB');
    // it asks for whole entries
    expect(text('/proc/self/pagemap', 1_000_000)).toMatch(/^larger than 976 KB$|^not a regular file$/);
    expect(text('/proc/self/status', 1_000_000)).toMatch(/^Name:/);
  });

  test('neither waits for a FIFO nor reads a device or a folder', ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such files');
    const dir = folder();
    mkdirSync(join(dir, 'sub'));
    expect(text(join(dir, 'sub'), 10)).toBe('folder');
    expect(text('/dev/zero', 10)).toBe('not a regular file');
    skip(!succeeds(dir, 'mkfifo', 'pipe'), 'mkfifo is not installed');
    expect(text(join(dir, 'pipe'), 10)).toBe('not a regular file');
  });

  test('follows a link only where it may', ({ skip }) => {
    skip(process.platform === 'win32', 'Windows has no such files');
    const dir = folder();
    writeFileSync(join(dir, 'a'), 'hello');
    symlinkSync('a', join(dir, 'b'));
    expect(text(join(dir, 'b'), 10)).toBe('hello');
    expect(text(join(dir, 'b'), 10, false)).toBe('symbolic links in a circle');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unifiedDiff } from '../../src/fix/unified-diff.ts';
import { folder, start } from '../built-program.ts';

const numbers = Array.from({ length: 20 }, (_, i) => `${i + 1}\n`);
const before = numbers.join('');

describe('unifiedDiff', () => {
  test('shows three lines around a change', () => {
    expect(unifiedDiff('a.go', before, before.replace('10\n', '10\nten\n'))).toBe(
      '--- a/a.go\n+++ b/a.go\n@@ -8,6 +8,7 @@\n 8\n 9\n 10\n+ten\n 11\n 12\n 13\n',
    );
  });

  test('is empty where nothing changes', () => {
    expect(unifiedDiff('a.go', before, before)).toBe('');
  });

  test('brings changes that are close together into one hunk, and others into hunks of their own', () => {
    const close = unifiedDiff('a.go', before, before.replace('5\n', '').replace('12\n', ''));
    expect(close.match(/^@@ .*$/gm)).toEqual(['@@ -2,14 +2,12 @@']);
    const far = unifiedDiff('a.go', before, before.replace('5\n', '').replace('13\n', ''));
    expect(far.match(/^@@ .*$/gm)).toEqual(['@@ -2,7 +2,6 @@', '@@ -10,7 +9,6 @@']);
  });

  test.each([
    ['in the middle', before.replace('10\n', 'ten\n')],
    ['at the beginning', `zero\n${before}`],
    ['at the end', `${before}21\n`],
    ['a last line without its end', before.replace(/20\n$/, '20')],
    ['in several places', before.replace('2\n', '').replace('9\n', 'nine\nmore\n').replace('19\n', '')],
    ['carriage returns', before.replaceAll('\n', '\r\n')],
    ['to nothing', ''],
  ])('is what git applies: %s', (_, after) => {
    const dir = folder({ 'sub/a b.go': before, 'a.diff': unifiedDiff('sub/a b.go', before, after) });
    expect(start(dir, 'git', ['apply', '--whitespace=nowarn', 'a.diff'])).toEqual({ code: 0, out: '', err: '' });
    // A patch to nothing leaves an empty file or none; either is what it says.
    if (after !== '') expect(readFileSync(join(dir, 'sub/a b.go'), 'utf8')).toBe(after);
  });
});

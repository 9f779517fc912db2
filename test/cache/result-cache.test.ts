import { chmodSync, readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openCache } from '../../src/cache/result-cache.ts';
import { folder as scratchFolder } from '../built-program.ts';

let folder = '';
beforeEach(() => {
  folder = join(scratchFolder(), 'made', 'when needed');
});

function filled(scope = 's'): void {
  const cache = openCache(folder, scope, Date.now());
  cache.put('a\tb', 'one', { text: 'line\nend\ttab' });
  cache.put('c', 'two', { list: [1, 2] });
  cache.save();
}

const only = (): string => join(folder, readdirSync(folder)[0] ?? '');

test('what was put is there in the next run, for the same signature and scope alone', () => {
  filled();
  const cache = openCache(folder, 's', Date.now());
  expect(cache.get('a\tb', 'one')).toEqual({ text: 'line\nend\ttab' });
  expect(cache.get('c', 'two')).toEqual({ list: [1, 2] });
  expect(cache.get('c', 'one')).toBeUndefined();
  expect(cache.get('d', 'two')).toBeUndefined();
  expect(openCache(folder, 't', Date.now()).get('c', 'two')).toBeUndefined();
});

test('without anything new nothing is written', () => {
  openCache(folder, 's', Date.now()).save();
  expect(() => readdirSync(folder)).toThrow('ENOENT');
});

describe('a damaged file counts as empty, and is replaced', () => {
  const damages: Readonly<Record<string, (file: string) => void>> = {
    truncated: (file) => truncateSync(file, 100),
    changed: (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('[1,2]', '[1,3]')),
    empty: (file) => truncateSync(file, 0),
    'of another program': (file) => writeFileSync(file, 'hello'),
  };
  test.each(Object.entries(damages))('%s', (_, damage) => {
    filled();
    damage(only());
    expect(openCache(folder, 's', Date.now()).get('c', 'two')).toBeUndefined();
    filled();
    expect(openCache(folder, 's', Date.now()).get('c', 'two')).toEqual({ list: [1, 2] });
  });
});

test('of two runs at once the last one wins, and nothing is broken', () => {
  const first = openCache(folder, 's', Date.now());
  const second = openCache(folder, 's', Date.now());
  first.put('a', 'x', { by: 'first' });
  second.put('b', 'x', { by: 'second' });
  first.save();
  second.save();
  const cache = openCache(folder, 's', Date.now());
  expect([cache.get('a', 'x'), cache.get('b', 'x')]).toEqual([undefined, { by: 'second' }]);
});

test('it stays within its bounds: the oldest entries and files go', () => {
  const cache = openCache(folder, 's', Date.now());
  const megabyte = 'x'.repeat(2 ** 20);
  for (let i = 0; i < 20; i++) cache.put(`${i}`, 'x', { megabyte });
  cache.save();
  expect(readFileSync(only()).length).toBeLessThan(16 * 2 ** 20 + 1000);
  const read = openCache(folder, 's', Date.now());
  expect([read.get('0', 'x'), read.get('19', 'x')]).toEqual([undefined, { megabyte }]);
  for (let i = 0; i < 70; i++) filled(`${i}`);
  expect(readdirSync(folder).length).toBe(64);
});

test('what a killed run left behind is removed an hour later', () => {
  filled();
  const left = join(folder, 'x.cache.1.tmp');
  writeFileSync(left, '');
  filled();
  expect(readdirSync(folder)).toContain('x.cache.1.tmp');
  utimesSync(left, 1, 1);
  filled();
  expect(readdirSync(folder)).not.toContain('x.cache.1.tmp');
});

test('a folder that may not be written is let be', ({ skip }) => {
  skip(process.getuid?.() === 0, 'root may write everywhere');
  filled();
  chmodSync(folder, 0o500);
  filled('t');
  expect(readdirSync(folder).length).toBe(1);
});

test('where nothing can be written nothing is, without a word', () => {
  filled();
  const below = join(only(), 'below');
  const cache = openCache(below, 's', Date.now());
  cache.put('a', 'one', {});
  expect(() => cache.save()).not.toThrow();
});

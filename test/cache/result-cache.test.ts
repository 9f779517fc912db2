import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openCache } from '../../src/cache/result-cache.ts';
import { folder as scratchFolder, succeeds } from '../built-program.ts';

const user = process.geteuid?.();
let folder = '';
beforeEach(() => {
  folder = join(scratchFolder(), 'made', 'when needed');
});

function filled(scope = 's'): void {
  const cache = openCache(folder, scope, user);
  cache.put('a\tb', 'one', { text: 'line\nend\ttab' });
  cache.put('c', 'two', { list: [1, 2] });
  cache.save();
}

const only = (): string => join(folder, readdirSync(folder)[0] ?? '');

test('what was put is there in the next run, for the same signature and scope alone', () => {
  filled();
  const cache = openCache(folder, 's', user);
  expect(cache.get('a\tb', 'one')).toEqual({ text: 'line\nend\ttab' });
  expect(cache.get('c', 'two')).toEqual({ list: [1, 2] });
  expect(cache.get('c', 'one')).toBeUndefined();
  expect(cache.get('d', 'two')).toBeUndefined();
  expect(openCache(folder, 't', user).get('c', 'two')).toBeUndefined();
});

test('without anything new nothing is written', () => {
  openCache(folder, 's', user).save();
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
    expect(openCache(folder, 's', user).get('c', 'two')).toBeUndefined();
    filled();
    expect(openCache(folder, 's', user).get('c', 'two')).toEqual({ list: [1, 2] });
  });
});

test('of two runs at once the last one wins, and nothing is broken', () => {
  const first = openCache(folder, 's', user);
  const second = openCache(folder, 's', user);
  first.put('a', 'x', { by: 'first' });
  second.put('b', 'x', { by: 'second' });
  first.save();
  second.save();
  const cache = openCache(folder, 's', user);
  expect([cache.get('a', 'x'), cache.get('b', 'x')]).toEqual([undefined, { by: 'second' }]);
});

test('it stays within its bounds: the oldest entries and files go', () => {
  const cache = openCache(folder, 's', user);
  const megabyte = 'x'.repeat(2 ** 20);
  for (let i = 0; i < 20; i++) cache.put(`${i}`, 'x', { megabyte });
  cache.save();
  expect(readFileSync(only()).length).toBeLessThan(16 * 2 ** 20 + 1000);
  const read = openCache(folder, 's', user);
  expect([read.get('0', 'x'), read.get('19', 'x')]).toEqual([undefined, { megabyte }]);
  for (let i = 0; i < 70; i++) filled(`${i}`);
  expect(readdirSync(folder).length).toBe(64);
});

test('what a killed run left behind is removed a minute later; what has another name or is no file stays', () => {
  filled();
  const left = `.x.cache.${randomUUID()}.golint-leaks`;
  const others = ['x.tmp', 'notes.cache', '.x.cache.1.golint-leaks', 'y.cache.1.tmp', `${'0'.repeat(31)}.cache`];
  for (const name of [left, ...others]) writeFileSync(join(folder, name), '');
  mkdirSync(join(folder, `.y.${randomUUID()}.golint-leaks`));
  const kept = [...readdirSync(folder)];
  filled();
  expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
  filled();
  expect(readdirSync(folder).toSorted()).toEqual(kept.filter((name) => name !== left).toSorted());
});

test('only files of its own make room, and only regular ones', () => {
  filled();
  const theirs = Array.from({ length: 80 }, (_, i) => `theirs-${i}.cache`);
  for (const name of theirs) writeFileSync(join(folder, name), '');
  const asFolder = `${'f'.repeat(32)}.cache`;
  mkdirSync(join(folder, asFolder));
  utimesSync(join(folder, asFolder), 1, 1);
  for (let i = 0; i < 70; i++) filled(`${i}`);
  const names = readdirSync(folder);
  expect(names.filter((name) => name.startsWith('theirs-'))).toHaveLength(80);
  expect(names).toContain(asFolder);
  expect(names.filter((name) => /^[0-9a-f]{32}\.cache$/.test(name))).toHaveLength(65);
});

describe.skipIf(process.platform === 'win32')('a file that others may have made counts as empty', () => {
  const got = (as = user): unknown => openCache(folder, 's', as).get('c', 'two');

  test('one that others may read or write, or that belongs to another user', () => {
    filled();
    expect(got()).toEqual({ list: [1, 2] });
    expect(got((user ?? 0) + 1)).toBeUndefined();
    for (const mode of [0o640, 0o604, 0o620, 0o602]) {
      chmodSync(only(), mode);
      expect(got(), mode.toString(8)).toBeUndefined();
    }
    filled();
    expect(got()).toEqual({ list: [1, 2] });
  });

  test('a link, a FIFO and a device', (context) => {
    filled();
    const file = only();
    for (const target of ['/dev/zero', '/proc/self/pagemap', 'elsewhere']) {
      renameSync(file, join(folder, 'elsewhere'));
      symlinkSync(target, file);
      expect(got(), target).toBeUndefined();
      renameSync(join(folder, 'elsewhere'), file);
    }
    rmSync(file);
    if (!succeeds(folder, 'mkfifo', file)) context.skip('no mkfifo here');
    expect(got()).toBeUndefined();
  });
});

test.each(['', '[1]\t\t', 'not JSON', '"c"', '"c"\tx\t{', 'null\t\t\n"c"\t\tnull'])(
  'a body of another shape counts as empty: %j',
  (lines) => {
    filled();
    const file = only();
    const [, scope = ''] = readFileSync(file, 'utf8').split('\n');
    const signature = createHash('sha256').update('two').digest('hex');
    const body = `${scope}\n${lines.replace('\tx\t', `\t${signature}\t`)}`;
    writeFileSync(file, `${createHash('sha256').update(body).digest('hex')}\n${body}`);
    expect(openCache(folder, 's', user).get('c', 'two')).toBeUndefined();
  },
);

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
  const cache = openCache(below, 's', user);
  cache.put('a', 'one', {});
  expect(() => cache.save()).not.toThrow();
});

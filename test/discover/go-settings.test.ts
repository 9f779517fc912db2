import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../src/host/node.ts';
import { goSettings, goSettingsCache } from '../../src/discover/go-settings.ts';
import { memoryFiles } from '../../src/host/memory.ts';
import type { GoSettings } from '../../src/package-text.ts';
import { folder } from '../built-program.ts';

const none: GoSettings = { version: undefined, toolchain: undefined, godebug: {} };

function settingsIn(files: Readonly<Record<string, string>>, dir: string): GoSettings {
  return goSettings(join(folder(files), dir), goSettingsCache(), disk);
}

test('the nearest go.mod upwards counts', () => {
  const files = {
    'go.mod': 'go 1.20\n',
    'm/go.mod': 'go 1.22\ntoolchain go1.24.0\ngodebug asynctimerchan=1\n',
    'm/a/b/x.go': '',
  };
  expect(settingsIn(files, 'm/a/b')).toEqual({
    version: '1.22',
    toolchain: '1.24.0',
    godebug: { asynctimerchan: '1' },
  });
  expect(settingsIn(files, 'n')).toEqual({ ...none, version: '1.20' });
});

test('without a go.mod or a go line the version is unknown', () => {
  expect(settingsIn({ 'x.go': '' }, '.')).toEqual(none);
  expect(settingsIn({ 'go.mod': 'module m\n' }, '.')).toEqual(none);
});

test('a go.work that uses the module wins, also for godebug and toolchain', () => {
  const files = {
    'go.work': 'go 1.24\nuse ./m\ngodebug asynctimerchan=1\n',
    'm/go.mod': 'go 1.22\ntoolchain go1.23.1\ngodebug asynctimerchan=1\n',
  };
  expect(settingsIn(files, 'm/a')).toEqual({ version: '1.24', toolchain: undefined, godebug: { asynctimerchan: '1' } });
});

test('a go.work that does not use the module means nothing to it', () => {
  expect(settingsIn({ 'go.work': 'go 1.24\nuse ./n\n', 'm/go.mod': 'go 1.22\n' }, 'm')).toEqual({
    ...none,
    version: '1.22',
  });
});

test('the nearest go.work hides those above', () => {
  const files = { 'go.work': 'go 1.25\nuse ./a/m\n', 'a/go.work': 'go 1.24\n', 'a/m/go.mod': 'go 1.22\n' };
  expect(settingsIn(files, 'a/m')).toEqual({ ...none, version: '1.22' });
});

test('a go.work may use its own folder, and may lack a go line', () => {
  expect(settingsIn({ 'go.work': 'use .\n', 'go.mod': 'go 1.22\n' }, 'a')).toEqual({ ...none, version: '1.22' });
});

test('a folder named go.mod says nothing', () => {
  expect(settingsIn({ 'go.mod/x': '' }, '.')).toEqual(none);
});

test('of tens of thousands of godebug lines those are kept that are asked for', () => {
  const lines = Array.from({ length: 40_000 }, (_, i) => `\tk${i}=v\n`).join('');
  expect(
    settingsIn({ 'go.mod': `go 1.22\n\ngodebug (\n${lines}\tasynctimerchan=1\n\tdefault=go1.21\n)\n` }, '.'),
  ).toEqual({
    ...none,
    version: '1.22',
    godebug: { asynctimerchan: '1', default: 'go1.21' },
  });
});

test('a go.work is read once, however many modules and lines it has', () => {
  const texts: Record<string, string> = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [`/w/m${i}/go.mod`, 'go 1.22\n']),
  );
  const disk = memoryFiles({
    ...texts,
    '/w/go.work': `go 1.24\n${Array.from({ length: 20_000 }, (_, i) => `use ./m${i}\n`).join('')}`,
  });
  const read: string[] = [];
  const files = { ...disk, readText: (path: string, limit: number) => (read.push(path), disk.readText(path, limit)) };
  const cache = goSettingsCache();
  for (let i = 0; i < 60; i++) expect(goSettings(`/w/m${i}`, cache, files).version).toBe('1.24');
  expect(read.filter((path) => path === '/w/go.work')).toHaveLength(1);
});

test('the cache answers for folders already seen', () => {
  const root = folder({ 'go.mod': 'go 1.22\n' });
  const cache = goSettingsCache();
  cache.folders.set(root, { settings: { ...none, version: '1.99' }, at: undefined });
  expect(goSettings(join(root, 'a', 'b'), cache, disk).version).toBe('1.99');
  expect([...cache.folders.keys()].sort()).toEqual([root, join(root, 'a'), join(root, 'a', 'b')]);
});

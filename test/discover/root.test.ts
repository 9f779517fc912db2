import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { disk } from '../../src/host/node.ts';
import { displayPath } from '../../src/discover/path/display-path.ts';
import { repositoryRoot } from '../../src/discover/path/root.ts';
import { folder } from '../built-program.ts';

test('the root of a repository is the nearest folder with .git', () => {
  const root = folder({ 'a/b/x.go': '', 'tree/.git': 'gitdir: ../.git/worktrees/tree\n', 'tree/c/x.go': '' });
  mkdirSync(join(root, '.git'));
  expect(repositoryRoot(join(root, 'a', 'b'), disk)).toBe(root);
  expect(repositoryRoot(root, disk)).toBe(root);
  expect(repositoryRoot(join(root, 'tree', 'c'), disk)).toBe(join(root, 'tree'));
});

test('without .git it is the folder itself', () => {
  const dir = join(folder({ 'a/x.go': '' }), 'a');
  expect(repositoryRoot(dir, disk)).toBe(dir);
});

test('paths inside the working directory are shown relative to it', () => {
  expect(displayPath('/w/a/x.go', '/w')).toBe('a/x.go');
  expect(displayPath('/w', '/w')).toBe('.');
  expect(displayPath('/w/..a/x.go', '/w')).toBe('..a/x.go');
});

test('paths outside of it are absolute', () => {
  expect(displayPath('/v/x.go', '/w')).toBe('/v/x.go');
  expect(displayPath('/', '/w')).toBe('/');
  expect(displayPath('/ww/x.go', '/w')).toBe('/ww/x.go');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { goFilesBelow } from '../go-files.ts';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { agreeOn } from './both-cursors.ts';

const goRoot = goEnv('GOROOT');

it('the direct cursors see what those of web-tree-sitter see in every 50th file of the Go source', ({ skip }) => {
  skip(goRoot === undefined, NO_GO);
  const sources = `${goRoot}/src`;
  const some = goFilesBelow(sources).filter((_, i) => i % 50 === 0);
  expect(some.length).toBeGreaterThan(100);
  expect(some.filter((path) => !agreeOn(readFileSync(join(sources, path), 'utf8')))).toEqual([]);
});

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe } from 'vitest';
import { assetPath } from '../src/assets.ts';
import { testFastPath } from './fast-path.ts';
import { goEnv, NO_GO } from './go-toolchain.ts';
import { ruleFolders } from './rules/fixtures.ts';

const goRoot = goEnv('GOROOT');

describe('what is fast finds the same in the fixtures', () => {
  const kinds = ['leaky', 'clean', 'missed'];
  const folders = ruleFolders().flatMap((rule) => kinds.map((kind) => assetPath(`rules/${rule}/${kind}`)));
  // A rule that misses nothing that is known has no such folder.
  testFastPath(folders.filter((folder) => existsSync(folder)).map((folder) => `${folder}/...`));
});

describe('what is fast finds the same in the source of Go', () => {
  beforeEach(({ skip }) => skip(goRoot === undefined, NO_GO));
  testFastPath(goRoot === undefined ? [] : [`${join(goRoot, 'src')}/...`]);
});

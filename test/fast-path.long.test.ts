import { join } from 'node:path';
import { beforeEach, describe } from 'vitest';
import { testFastPath } from './fast-path.ts';
import { goEnv, NO_GO } from './go-toolchain.ts';

const goRoot = goEnv('GOROOT');

describe('what is fast finds the same in the source of Go', () => {
  beforeEach(({ skip }) => skip(goRoot === undefined, NO_GO));
  testFastPath(goRoot === undefined ? [] : [`${join(goRoot, 'src')}/...`]);
});

import { expect, test } from 'vitest';
import { cacheFolder } from '../../src/cache/cache-folder.ts';

test.each([
  [{ XDG_CACHE_HOME: '/x', HOME: '/h' }, 'linux', '/x/golint-leaks'],
  [{ XDG_CACHE_HOME: 'relative', HOME: '/h' }, 'linux', '/h/.cache/golint-leaks'],
  [{ HOME: '/h' }, 'linux', '/h/.cache/golint-leaks'],
  [{ HOME: '/h' }, 'darwin', '/h/Library/Caches/golint-leaks'],
  [{ HOME: '' }, 'linux', undefined],
  [{}, 'win32', undefined],
])('%j on %s is %s', (env, platform, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder);
});

import { join } from 'node:path';

/**
 * Where results are kept: as the XDG Base Directory Specification, Apple and Microsoft have it. Undefined where there
 * is no home. `platform` as process.platform.
 */
export function cacheFolder(env: Readonly<Record<string, string | undefined>>, platform: string): string | undefined {
  const base = baseFolder(env, platform);
  return base === undefined ? undefined : join(base, 'golint-leaks');
}

function baseFolder(
  { XDG_CACHE_HOME, HOME, LOCALAPPDATA }: Readonly<Record<string, string | undefined>>,
  platform: string,
): string | undefined {
  if (platform === 'win32') return LOCALAPPDATA || undefined;
  if (XDG_CACHE_HOME?.startsWith('/')) return XDG_CACHE_HOME;
  if (!HOME?.startsWith('/')) return undefined;
  return platform === 'darwin' ? join(HOME, 'Library', 'Caches') : join(HOME, '.cache');
}

import { existsSync, lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { inside } from '../host/paths.ts';

/** The name of a configuration file. */
export const configFileName = '.golint-leaks.yaml';

/** What people may take for it: it is complained about where a repository has it at its root. */
const wrongNames = [
  '.golint-leaks.yml',
  'golint-leaks.yaml',
  'golint-leaks.yml',
  '.golint-leaks.json',
  '.golint-leaks.toml',
  '.golint-leaks',
  '.golintleaks.yaml',
  '.golint_leaks.yaml',
] as const;

/** What is known of folders already looked at, by absolute path. Starts empty. */
export interface ConfigFileCache {
  readonly files: Map<string, readonly string[]>;
  readonly roots: Map<string, string | undefined>;
}

/**
 * The configuration files that speak for a folder (absolute), the outermost first: its own and those above it, up to
 * the root of the git checkout; outside of one up to the root of the Go module; outside of both only its own.
 */
export function findConfigFiles(dir: string, cache: ConfigFileCache): readonly string[] {
  const known = cache.files.get(dir);
  if (known !== undefined) return known;
  const root = rootWith('.git', dir, cache.roots) ?? rootWith('go.mod', dir, cache.roots) ?? dir;
  const own = inside(dir, configFileName);
  const outer = dir === root ? [] : findConfigFiles(dirname(dir), cache);
  const misnamed = dir === root ? wrongNames.map((name) => inside(dir, name)).filter(isThere) : [];
  const found = isThere(own) ? [...misnamed, ...outer, own] : [...misnamed, ...outer];
  cache.files.set(dir, found);
  return found;
}

/**
 * A broken link is there too: it is complained about, not passed by. In a folder that may not be searched nothing can
 * be read, no Go file either.
 */
function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

/** The nearest folder upwards that holds an entry of this name. */
function rootWith(name: string, dir: string, cache: Map<string, string | undefined>): string | undefined {
  const key = `${name}\0${dir}`;
  if (!cache.has(key)) cache.set(key, existsSync(inside(dir, name)) ? dir : rootAbove(name, dir, cache));
  return cache.get(key);
}

function rootAbove(name: string, dir: string, cache: Map<string, string | undefined>): string | undefined {
  const parent = dirname(dir);
  return parent === dir ? undefined : rootWith(name, parent, cache);
}

import { resolve } from 'node:path';
import { realPath } from './real-path.ts';

/**
 * Those of the paths (relative to `cwd` or absolute) that lead through symbolic links, with where they really are:
 * absolute.
 */
export function linkedPaths(paths: Iterable<string>, cwd: string): ReadonlyMap<string, string> {
  const real = new Map<string, string>();
  for (const path of new Set(paths)) real.set(path, realPath(path, cwd));
  return new Map([...real].filter(([path, place]) => place !== resolve(cwd, path)));
}

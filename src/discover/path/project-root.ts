import type { FileSystem } from '../../host/file-system.ts';
import { inside, parentOf } from '../../host/paths.ts';

/** The roots of folders already looked at, by absolute path. Starts empty. */
export type RootCache = Map<string, string | undefined>;

/**
 * The folder that a project's own paths begin at: the nearest one upwards with `.git`, or else the outermost with a
 * go.mod, so that a module of examples inside of another counts as part of that. Undefined where there is neither.
 */
export function projectRoot(dir: string, cache: RootCache, files: FileSystem): string | undefined {
  if (cache.has(dir)) return cache.get(dir);
  const root = files.exists(inside(dir, '.git'))
    ? dir
    : (above(dir, cache, files) ?? (files.exists(inside(dir, 'go.mod')) ? dir : undefined));
  cache.set(dir, root);
  return root;
}

function above(dir: string, cache: RootCache, files: FileSystem): string | undefined {
  const parent = parentOf(dir);
  return parent === dir ? undefined : projectRoot(parent, cache, files);
}

import type { FileSystem } from '../../host/file-system.ts';
import { inside, parentOf } from '../../host/paths.ts';

/**
 * The root of the repository around a folder: the nearest one upwards with `.git` (a file in worktrees and
 * submodules), else that around a file which was looked at from outside (absolute), else the folder itself.
 */
export function repositoryRoot(dir: string, files: FileSystem, file?: string): string {
  return checkoutRoot(dir, files) ?? (file === undefined ? undefined : checkoutRoot(parentOf(file), files)) ?? dir;
}

/** The root of the git checkout around a folder; undefined outside of one. */
export function checkoutRoot(dir: string, files: FileSystem): string | undefined {
  if (files.exists(inside(dir, '.git'))) return dir;
  const parent = parentOf(dir);
  return parent === dir ? undefined : checkoutRoot(parent, files);
}

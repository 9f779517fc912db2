import { dirname, join } from 'node:path';
import { disk } from '../../host/node.ts';

/**
 * The root of the repository around a folder: the nearest one upwards with `.git` (a file in worktrees and
 * submodules), else that around a file which was looked at from outside (absolute), else the folder itself.
 */
export function repositoryRoot(dir: string, file?: string): string {
  return checkoutRoot(dir) ?? (file === undefined ? undefined : checkoutRoot(dirname(file))) ?? dir;
}

/** The root of the git checkout around a folder; undefined outside of one. */
export function checkoutRoot(dir: string): string | undefined {
  if (disk.exists(join(dir, '.git'))) return dir;
  const parent = dirname(dir);
  return parent === dir ? undefined : checkoutRoot(parent);
}

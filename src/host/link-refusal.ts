import { lstatSync, realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, sep } from 'node:path';
import { foreignRoot } from './foreign-root.ts';

/**
 * Why a file (absolute path) must not be written, in a few words; undefined where it may be, be it there or not. In a
 * checkout, a module or the working directory, whose links may be the work of others, it must be a regular file or new,
 * and no link on the way may lead out. Elsewhere links are the user's own. Throws what the file system says of the
 * folder.
 */
export function linkRefusal(file: string, cwd: string): string | undefined {
  // Where the root of the file system is the working directory, it is all there is, `/dev/stdout` too.
  const root = foreignRoot(dirname(file), dirname(cwd) === cwd ? [] : [cwd]);
  if (root === undefined) return undefined;
  const stats = lstatSync(file, { throwIfNoEntry: false });
  if (stats?.isSymbolicLink() || !isInside(realpathSync(dirname(file)), realpathSync(root)))
    return 'a symbolic link leads to it';
  return stats === undefined || stats.isFile() ? undefined : stats.isDirectory() ? 'a folder' : 'not a regular file';
}

function isInside(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

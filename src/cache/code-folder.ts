import { lstatSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { foreignRoot } from '../host/foreign-root.ts';
import { makeFolder } from './make-folder.ts';

/** Whose folders are believed, and whose are not. */
export interface CodeTrust {
  /** The number of the user of this process, where users have numbers. */
  readonly user: number | undefined;
  /** Folders whose content may be the work of others (absolute): the working directory, what is analysed. */
  readonly foreign: readonly string[];
}

/** To look up more of them takes longer than to compile the code. */
const MOST_FOLDERS = 200;

/**
 * The folder of the cache where compiled code may be kept and believed, past all links, and made where it is missing
 * and `make` says so; undefined where there is none: it must be the user's own and closed to others, and in no
 * checkout, module or other folder whose files may come from anybody and belong to the user all the same.
 */
export function codeFolder(folder: string, { user, foreign }: CodeTrust, make: boolean): string | undefined {
  if (foreign.length > MOST_FOLDERS) return undefined;
  try {
    const real = realPlace(folder);
    if (foreignRoot(real, foreign.map(realPlace)) !== undefined) return undefined;
    if (make) makeFolder(real);
    const { uid, mode } = lstatSync(real);
    return user === undefined || (uid === user && (mode & 0o077) === 0) ? real : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The working directory, and the folders that arguments may name relative to it: `a/b` of `a/b/...`, `a/b/*` and
 * `a/b/c.go`.
 */
export function namedFolders(args: readonly string[], cwd: string): readonly string[] {
  return [
    ...new Set([cwd, ...args.filter((word) => !word.startsWith('-')).map((word) => resolve(cwd, folderIn(word)))]),
  ];
}

function folderIn(word: string): string {
  const end = word.endsWith('.go') ? word.length : word.search(/\.\.\.|[*?[{]/);
  return end === -1 ? word : word.slice(0, word.lastIndexOf('/', end) + 1);
}

/** A path past all links, as far as it is there. */
function realPlace(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPlace(parent), basename(path));
  }
}

import { lstatSync } from 'node:fs';

/** Why the file system refused `path`, in a few words that fit into "cannot be read (…)". */
export function failure(error: unknown, path: string): string {
  const code = errorCode(error);
  if (code === 'ENOENT') return isSymlink(path) ? 'broken symbolic link' : 'it is gone, or its name is not valid UTF-8';
  return words[code] ?? code;
}

/** The code that Node gives for a failed system call: `ENOENT`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

const words: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'symbolic links in a circle',
  ENAMETOOLONG: 'its path is too long',
  ENOTDIR: 'not a folder',
  ENXIO: 'not a regular file',
  EINVAL: 'not a regular file',
  EMFILE: 'too many open files',
};

function isSymlink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

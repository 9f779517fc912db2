import type { Stats } from 'node:fs';
import {
  chmodSync, chownSync, closeSync, existsSync, fsyncSync, lstatSync, openSync, realpathSync, renameSync, rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { failure } from '../host/failure.ts';
import { byteLimits } from '../host/limits.ts';
import { readBytes } from '../host/read-bytes.ts';

/**
 * Replaces the text of a file at one stroke: a new file beside it takes its name, with its mode and owner. Returns why it
 * was not done, in a few words, and then nothing has changed: for a file that is not what was read (or has never been
 * UTF-8), one that is read-only, and one that a symbolic link leads to, be it the file itself or, below `cwd`, a folder.
 */
export function replaceFile(path: string, before: string, after: string, cwd: string): string | undefined {
  const file = resolve(cwd, path);
  try {
    const stats = lstatSync(file);
    const why = refusal(file, stats, before, cwd);
    return why ?? rewrite(file, stats, after);
  } catch (error) {
    return failure(error, file);
  }
}

function refusal(file: string, stats: Stats, before: string, cwd: string): string | undefined {
  if (stats.isSymbolicLink() || leavesTree(dirname(file), cwd)) return 'a symbolic link leads to it';
  if (!stats.isFile()) return 'it is no regular file';
  if ((stats.mode & 0o222) === 0) return 'it is read-only';
  // Bytes that are no UTF-8 were read as replacement characters and must not be written back as such.
  const read = readBytes(file, { limit: byteLimits.go, followLink: false });
  const isSame = read.kind === 'bytes' && read.bytes.equals(Buffer.from(before, 'utf8'));
  return isSame ? undefined : 'it has changed since it was read, or is not UTF-8';
}

/** Whether a folder inside `cwd` is really somewhere else. */
function leavesTree(dir: string, cwd: string): boolean {
  return isInside(dir, cwd) && !isInside(realpathSync(dir), realpathSync(cwd));
}

function isInside(path: string, folder: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

function rewrite(file: string, { mode, uid, gid }: Stats, text: string): string | undefined {
  const temporary = join(dirname(file), `.${basename(file)}.golint-leaks`);
  if (existsSync(temporary)) return `${basename(temporary)} beside it is in the way`;
  const descriptor = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(descriptor, text);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    const made = lstatSync(temporary);
    if (made.uid !== uid || made.gid !== gid) chownSync(temporary, uid, gid);
    chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, file);
    return undefined;
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

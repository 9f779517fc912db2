import { randomUUID } from 'node:crypto';
import type { Stats } from 'node:fs';
import {
  closeSync, fchmodSync, fchownSync, fstatSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, rmSync, writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** What becomes of the new file beside its content. */
export interface Replacement {
  /** The permissions of a file that is made; what the process gives files by default where none are given. */
  readonly mode?: number;
  /** The file whose owner and permissions the new one takes over. */
  readonly like?: Stats;
  /** Whether the content must be on the disk before the old file goes. */
  readonly durable?: boolean;
}

/** A temporary file of ours: the name of the file it would become, a random number, the name of this program. */
const TEMPORARY = /^\..+\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.golint-leaks$/;

/**
 * One that is so many milliseconds older than a new one was left behind by a run that was killed: it takes far less to
 * write it.
 */
const ABANDONED = 60_000;

/**
 * Writes a file (absolute path) at one stroke: a new one beside it takes its name, so that a reader finds the old one
 * or the whole new one, never a part, and nothing is written through a link. Throws what the file system says; then
 * nothing has changed. Removes what killed runs of this user have left in the folder.
 */
export function replaceWhole(
  file: string,
  content: string | Buffer,
  { mode = 0o666, like, durable = false }: Replacement = {},
): void {
  const temporary = join(dirname(file), `.${basename(file).slice(0, 100)}.${randomUUID()}.golint-leaks`);
  const descriptor = openSync(temporary, 'wx', like ? 0o600 : mode);
  try {
    let made: Stats;
    try {
      writeFileSync(descriptor, content);
      made = fstatSync(descriptor);
      if (like && (made.uid !== like.uid || made.gid !== like.gid)) fchownSync(descriptor, like.uid, like.gid);
      if (like) fchmodSync(descriptor, like.mode & 0o7777);
      if (durable) fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, file);
    removeAbandoned(dirname(file), made);
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

function removeAbandoned(folder: string, made: Stats): void {
  try {
    for (const name of readdirSync(folder))
      if (TEMPORARY.test(name) && isAbandoned(join(folder, name), made)) remove(join(folder, name));
  } catch {
    // A folder that may be written but not listed keeps what is in it.
  }
}

/** Only a regular file of the same user that has no other name. */
function isAbandoned(path: string, { uid, mtimeMs }: Stats): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return (
    stats !== undefined
    && stats.isFile()
    && stats.uid === uid
    && stats.nlink === 1
    && mtimeMs - stats.mtimeMs > ABANDONED
  );
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is where nothing can be removed.
  }
}

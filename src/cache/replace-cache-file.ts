import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { replaceWhole } from '../host/replace-whole.ts';
import { makeFolder } from './make-folder.ts';

/** Files in one folder, oldest first to go. */
const MOST_FILES = 64;

/** The names of ours: results by the digest of their scope, code by its file, build, version of Node and processor. */
const OWN = /^(?:[0-9a-f]{32}|[a-z-]+\.cjs-[0-9a-f]{16}-v\d[\w.+-]*)\.cache$/;

/**
 * Puts a file into a folder of the cache (both absolute) as a whole, for this user alone. A disk that is full or may
 * not be written leaves all as it is: the next run is as slow as this one.
 */
export function replaceCacheFile(folder: string, file: string, content: () => string | Buffer): void {
  try {
    makeFolder(folder);
    tidy(folder);
    replaceWhole(file, content(), { mode: 0o600 });
  } catch {
    // Nothing depends on it.
  }
}

/** Removes the oldest of our files beyond the limit; what is of others, or no regular file, stays. */
function tidy(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => OWN.test(name))
    .map((name) => join(folder, name))
    .flatMap((path) => {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      return stats?.isFile() ? [{ path, time: stats.mtimeMs }] : [];
    });
  for (const { path } of files.sort((a, b) => b.time - a.time).slice(MOST_FILES - 1)) rmSync(path, { force: true });
}

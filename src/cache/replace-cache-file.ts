import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files in one folder, oldest first to go. */
const MOST_FILES = 64;

/** A file that a run left behind when it was killed may be removed after so many milliseconds. */
const ABANDONED = 3_600_000;

/**
 * Puts a file into a folder of the cache (both absolute) as a whole, for this user alone; its content is asked for when it
 * can be written. A disk that is full or may not be written leaves all as it is: the next run is as slow as this one.
 * `now` is in milliseconds since 1970.
 */
export function replaceCacheFile(folder: string, file: string, content: () => string | Buffer, now: number): void {
  const written = `${file}.${randomUUID()}.tmp`;
  try {
    makeFolder(folder);
    tidy(folder, now);
    const descriptor = openSync(written, 'wx', 0o600);
    try {
      writeFileSync(descriptor, content());
    } finally {
      closeSync(descriptor);
    }
    renameSync(written, file);
  } catch {
    remove(written);
  }
}

/**
 * Makes a folder and those above it. What Node does for `recursive` never comes back where a file system says of an entry of
 * a folder which exists that a part of its path does not, as /proc does.
 */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (!existsSync(folder)) throw error; // another run was faster
  }
}

function remove(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is where nothing can be written, nor removed.
  }
}

/** Removes the oldest files beyond the limit, and what killed runs left behind. */
function tidy(folder: string, now: number): void {
  const files = readdirSync(folder).map((name) => join(folder, name))
    .map((path) => ({ path, age: now - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now) }));
  const caches = files.filter(({ path }) => path.endsWith('.cache')).sort((a, b) => a.age - b.age);
  const abandoned = files.filter(({ path, age }) => path.endsWith('.tmp') && age > ABANDONED);
  for (const { path } of [...caches.slice(MOST_FILES - 1), ...abandoned]) rmSync(path, { force: true });
}

import type { Stats } from 'node:fs';
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { failure } from './failure.ts';
import type { NotRead } from './file-system.ts';

/** The bytes of a file, or why there are none. */
export type ReadBytes = { readonly kind: 'bytes'; readonly bytes: Buffer; readonly stats: Stats } | NotRead;

/** How a file is to be read. */
export interface ReadOptions {
  /** Bytes; of a file that holds more nothing is read. */
  readonly limit: number;
  /** Whether a symbolic link in the file's own place is followed: yes unless said otherwise. Windows always follows. */
  readonly followLink?: boolean;
}

/** What no file that says how long it is gives away: so much is asked for at first. */
const FIRST = 4096;

/**
 * Reads a regular file whole; the only way in which this program opens a file of others. It never waits (a FIFO or
 * device is unreadable) and never reads more than the limit and one byte, whatever the file says of its size: those of
 * /proc say 0.
 */
export function readBytes(path: string, { limit, followLink = true }: ReadOptions): ReadBytes {
  try {
    // Windows knows neither flag; there is nothing to be waited for.
    const descriptor = openSync(
      path,
      constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (followLink ? 0 : (constants.O_NOFOLLOW ?? 0)),
    );
    try {
      return readOpened(descriptor, limit);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    return { kind: 'unreadable', why: failure(error, path) };
  }
}

function readOpened(descriptor: number, limit: number): ReadBytes {
  const stats = fstatSync(descriptor);
  if (stats.isDirectory()) return { kind: 'folder' };
  if (!stats.isFile()) return { kind: 'unreadable', why: 'not a regular file' };
  const bytes = stats.size > limit ? undefined : readAtMost(descriptor, stats.size, limit);
  return bytes ? { kind: 'bytes', bytes, stats } : { kind: 'too-large', why: `larger than ${inWords(limit)}` };
}

/** All there is; undefined where that is more than the limit. The size is a guess. */
function readAtMost(descriptor: number, size: number, limit: number): Buffer | undefined {
  let buffer = Buffer.allocUnsafe(Math.min(limit, Math.max(size, FIRST)) + 1);
  let length = 0;
  for (;;) {
    const read = readSync(descriptor, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0) return buffer.subarray(0, length);
    if (length > limit) return undefined;
    if (length === buffer.length) buffer = Buffer.concat([buffer], Math.min(limit + 1, 2 * length));
  }
}

function inWords(bytes: number): string {
  return bytes >= 2 ** 20 ? `${Math.floor(bytes / 2 ** 20)} MB` : `${Math.floor(bytes / 2 ** 10)} KB`;
}

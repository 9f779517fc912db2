import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { failure } from './failure.ts';

/** The text of a file, or why there is none. */
export type ReadText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'folder' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Nobody writes files like this; the parser would need some 2 GB for one. */
const maxMegabytes = 32;

/**
 * Reads a file as UTF-8; a byte order mark is kept, so that offsets are those of the file. Never waits: a FIFO is
 * unreadable.
 */
export function readText(path: string): ReadText {
  try {
    return readOpened(openSync(path, constants.O_RDONLY | constants.O_NONBLOCK));
  } catch (error) {
    return { kind: 'unreadable', why: failure(error, path) };
  }
}

function readOpened(descriptor: number): ReadText {
  try {
    const stats = fstatSync(descriptor);
    if (stats.isDirectory()) return { kind: 'folder' };
    if (!stats.isFile()) return { kind: 'unreadable', why: 'not a regular file' };
    if (stats.size > maxMegabytes * 2 ** 20) return { kind: 'unreadable', why: `larger than ${maxMegabytes} MB` };
    return { kind: 'text', text: readFileSync(descriptor, 'utf8') };
  } finally {
    closeSync(descriptor);
  }
}

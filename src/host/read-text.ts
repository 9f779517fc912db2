import { readBytes } from './read-bytes.ts';
import type { ReadBytes } from './read-bytes.ts';

/** The text of a file, or why there is none. */
export type ReadText = { readonly kind: 'text'; readonly text: string } | Exclude<ReadBytes, { kind: 'bytes' }>;

/**
 * Reads a file of at most `limit` bytes as UTF-8, see readBytes; a byte order mark is kept, so that offsets are those of the
 * file.
 */
export function readText(path: string, limit: number): ReadText {
  const read = readBytes(path, { limit });
  return read.kind === 'bytes' ? { kind: 'text', text: read.bytes.toString('utf8') } : read;
}

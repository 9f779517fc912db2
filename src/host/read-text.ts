import type { ReadText } from './file-system.ts';
import { readBytes } from './read-bytes.ts';

/**
 * Reads a file of at most `limit` bytes as UTF-8, see readBytes; a byte order mark is kept, so that offsets are those
 * of the file.
 */
export function readText(path: string, limit: number): ReadText {
  const read = readBytes(path, { limit });
  return read.kind === 'bytes' ? { kind: 'text', text: read.bytes.toString('utf8') } : read;
}

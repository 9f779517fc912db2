import { byteLimits } from '../host/limits.ts';
import { readBytes } from '../host/read-bytes.ts';

/**
 * The bytes of a file of the cache (absolute path), where it is a regular file that belongs to the user and that nobody
 * else may so much as read; undefined for everything else. `user` is the number of the user of this process; where
 * users have none (undefined) the file is taken for theirs.
 */
export function ownFile(file: string, user: number | undefined): Buffer | undefined {
  const read = readBytes(file, { limit: byteLimits.cache, followLink: false });
  if (read.kind !== 'bytes') return undefined;
  const { uid, mode } = read.stats;
  return user === undefined || (uid === user && (mode & 0o077) === 0) ? read.bytes : undefined;
}

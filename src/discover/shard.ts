import { createHash } from 'node:crypto';
import type { Discovery } from './discovery.ts';
import { displayPath } from './path/display-path.ts';

/** One of `of` parts of what is to be looked at, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/**
 * The folders of one part. Which one a folder is in depends on its path from `cwd` alone, so that what a part has kept
 * from an earlier run is of use to the next one; complaints are the same in all.
 */
export function shardOf({ folders, complaints }: Discovery, { part, of }: Shard, cwd: string): Discovery {
  return { folders: folders.filter(({ dir }) => numberOf(displayPath(dir, cwd)) % of === part - 1), complaints };
}

function numberOf(path: string): number {
  return createHash('sha256').update(path).digest().readUInt32BE();
}

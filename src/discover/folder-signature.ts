import { statSync } from 'node:fs';
import { disk } from '../host/node.ts';
import { inside } from '../host/paths.ts';
import { isGoFile } from '../workspace/go-names.ts';

/** What tells, without reading them, whether the Go files of a folder are still the same. */
export interface FolderSignature {
  /**
   * Name, size, inode and times of each file. The time of change cannot be set back by any program, that of
   * modification can.
   */
  readonly text: string;
  /** When the last of the files was changed, in milliseconds since 1970. */
  readonly changed: number;
}

/** The signature of a folder (absolute); undefined where it cannot be told. Links count as what they lead to. */
export function folderSignature(dir: string): FolderSignature | undefined {
  const listing = disk.list(dir);
  if (listing.kind === 'unreadable') return undefined;
  const parts: string[] = [];
  let changed = 0;
  for (const { name } of listing.entries) {
    if (!isGoFile(name)) continue;
    const stats = statSync(inside(dir, name), { throwIfNoEntry: false });
    if (stats === undefined) return undefined;
    parts.push(`${name}/${stats.size}/${stats.ino}/${stats.mtimeMs}/${stats.ctimeMs}`);
    changed = Math.max(changed, stats.mtimeMs, stats.ctimeMs);
  }
  return { text: parts.join('\n'), changed };
}

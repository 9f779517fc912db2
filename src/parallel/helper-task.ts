import type { FolderOutcome } from '../analyze-folder.ts';
import type { Folder } from '../discover/discovery.ts';

/** What a helping thread has to do. */
export interface HelperTask {
  readonly folders: readonly Folder[];
  /** Shared: the number of the next folder that nobody has claimed. */
  readonly next: Int32Array;
}

/** What a helping thread says of a folder: first that it begins, then what came out. */
export interface HelperReport {
  readonly index: number;
  readonly outcome: FolderOutcome | undefined;
}

import { isInside } from '../../host/paths.ts';

/** What was found out about folders (absolute), kept as long as nothing has changed that it rests on. */
export interface FolderMemo<Result> {
  /** What holds for a folder now. It is found out once, however many ask. */
  get(dir: string): Promise<Result>;
  /** The files of a folder have changed: what rests on them is forgotten. */
  changed(dir: string): void;
  /** Forgets what is known of one folder. */
  drop(dir: string): void;
  /** Forgets all. */
  clear(): void;
}

/** A result and what it rests on beside its own folder. */
export interface Founded<Result> {
  readonly result: Result;
  readonly asked: {
    /** The other folders that were looked at. */
    readonly folders: readonly string[];
    /** The folders of which everything below was looked at. */
    readonly trees: readonly string[];
  };
}

/** Remembers what `find` finds out about folders. What changes while it does so makes it look again. */
export function folderMemo<Result>(find: (dir: string) => Promise<Founded<Result>>): FolderMemo<Result> {
  const known = new Map<string, Entry<Result>>();
  let changes = 0;
  const settled = async (dir: string, entry: Entry<Result>): Promise<Result> => {
    for (;;) {
      const before = changes;
      const found = await find(dir);
      if (before !== changes) continue;
      entry.asked = found.asked;
      return found.result;
    }
  };
  const begin = (dir: string): Promise<Result> => {
    const entry: Entry<Result> = { asked: undefined, result: undefined };
    known.set(dir, entry);
    const result = settled(dir, entry);
    // Who asks next tries again.
    result.catch(() => known.get(dir) === entry && known.delete(dir));
    return (entry.result = result);
  };
  return {
    get: (dir) => known.get(dir)?.result ?? begin(dir),
    changed(dir) {
      changes++;
      for (const [other, { asked }] of known) if (asked && rests(other, asked, dir)) known.delete(other);
    },
    drop: (dir) => known.delete(dir),
    clear() {
      changes++;
      for (const [dir, { asked }] of known) if (asked) known.delete(dir);
    },
  };
}

interface Entry<Result> {
  /** Undefined while it is being found out. */
  asked: Founded<Result>['asked'] | undefined;
  result: Promise<Result> | undefined;
}

/** Whether a result about a folder rests on the files of another one, or its own. */
function rests(own: string, { folders, trees }: Founded<unknown>['asked'], dir: string): boolean {
  return own === dir || folders.includes(dir) || trees.some((tree) => isInside(dir, tree));
}

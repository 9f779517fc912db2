import type { FileSystem, ReadText } from '../../host/file-system.ts';
import { parentOf } from '../../host/paths.ts';

/** Files as they were when they were first read. */
export interface KeptFiles extends FileSystem {
  /** Forgets the files of a folder (absolute) that may have changed. */
  forget(dir: string): void;
}

/** Characters that are kept: what is read when they are full is read again when asked for again. */
const mostKept = 64_000_000;

/** Reads each file once: a thread asks the same text for its own package, for others, and for words. */
export function keptFiles(base: FileSystem): KeptFiles {
  const folders = new Map<string, Map<string, ReadText>>();
  let room = mostKept;
  const keep = (path: string, file: ReadText): void => {
    const size = sizeOf(file);
    if (size > room) return;
    room -= size;
    const dir = parentOf(path);
    const kept = folders.get(dir);
    if (kept) kept.set(path, file);
    else folders.set(dir, new Map([[path, file]]));
  };
  return {
    ...base,
    readText(path, limit) {
      const known = folders.get(parentOf(path))?.get(path);
      if (known) return known;
      const file = base.readText(path, limit);
      if (file.kind === 'text') keep(path, file);
      return file;
    },
    forget(dir) {
      for (const file of folders.get(dir)?.values() ?? []) room += sizeOf(file);
      folders.delete(dir);
    },
  };
}

function sizeOf(file: ReadText): number {
  return file.kind === 'text' ? file.text.length : 0;
}

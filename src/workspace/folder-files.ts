import type { Entry, FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';
import { joined } from '../host/paths.ts';
import type { GoFile } from './go-file.ts';
import { readGoFile } from './go-file.ts';

/** A file of a folder and what reading it gave. */
export interface FolderFile {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  readonly file: GoFile;
}

/**
 * Reads files of a folder (absolute path), in the order given: each real file once, however many links lead to it, and
 * no more of them than the limit for a folder. What is beyond that is left out.
 */
export function readFolderFiles(dir: string, entries: readonly Entry[], files: FileSystem): readonly FolderFile[] {
  const isRepeated = repeatedLinks(dir, entries, files);
  let room: number = byteLimits.folder;
  let isFull = false;
  return entries.map(({ name, kind }) => {
    const path = joined(dir, name);
    const leftOut = (why: string): FolderFile => ({ name, path, file: { kind: 'left-out', why, unreadable: true } });
    const other = kind === 'link' ? isRepeated(name) : undefined;
    if (other !== undefined) return leftOut(`a link to the same file as ${other}`);
    if (isFull) return leftOut(tooMuch);
    const file = readGoFile(path, files);
    room -= file.kind === 'go' ? file.text.length : 0;
    isFull = room < 0;
    return isFull ? leftOut(tooMuch) : { name, path, file };
  });
}

const tooMuch = `the Go files of the folder are together larger than ${byteLimits.folder / 2 ** 20} MB`;

/** The name, in this folder, under which a link's file comes first: that of the file itself, or an earlier link. */
function repeatedLinks(
  dir: string,
  entries: readonly Entry[],
  files: FileSystem,
): (name: string) => string | undefined {
  if (!entries.some(({ kind }) => kind === 'link')) return () => undefined;
  const real = files.realPath(dir) ?? dir;
  const first = new Map(entries.filter(({ kind }) => kind === 'file').map(({ name }) => [joined(real, name), name]));
  return (name) => {
    const target = files.realPath(joined(dir, name));
    const other = target === undefined ? undefined : first.get(target);
    if (target !== undefined && other === undefined) first.set(target, name);
    return other;
  };
}

import type { FileSystem } from '../../../host/file-system.ts';
import { overlay } from '../../../host/overlay.ts';
import type { Document } from './document.ts';

/** The documents that are open in an editor, over the files of a disk. */
export interface OpenDocuments {
  /** By path; those that were opened or changed last come last. */
  readonly all: ReadonlyMap<string, Document>;
  /** The files of the disk, but for those that are open: of these the documents count. */
  readonly files: FileSystem;
  set(document: Document): void;
  delete(path: string): void;
}

/** Has none open yet. */
export function openDocuments(disk: FileSystem): OpenDocuments {
  const all = new Map<string, Document>();
  const texts = new Map<string, string>();
  let now = overlay(disk, texts);
  return {
    all,
    files: {
      readText(path, limit) {
        const isTooLarge = (texts.get(path)?.length ?? 0) > limit;
        return isTooLarge ? { kind: 'too-large', why: `larger than ${limit / 2 ** 20} MB` } : now.readText(path, limit);
      },
      list: (dir) => now.list(dir),
      exists: (path) => now.exists(path),
      kind: (path) => now.kind(path),
      realPath: (path) => now.realPath(path),
      state: (path) => now.state(path),
    },
    set(document) {
      all.delete(document.path);
      all.set(document.path, document);
      texts.set(document.path, document.text);
      now = overlay(disk, texts);
    },
    delete(path) {
      all.delete(path);
      texts.delete(path);
      now = overlay(disk, texts);
    },
  };
}

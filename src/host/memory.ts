import { codeUnitOrder } from './code-unit-order.ts';
import type { Entry, FileSystem, Listing } from './file-system.ts';

/**
 * Files that are given as texts by absolute path: for tests, for browsers, and wherever there is no disk. Folders are
 * those on the ways to them.
 */
export function memoryFiles(files: Readonly<Record<string, string>>): FileSystem {
  const texts = new Map(Object.entries(files));
  const folders = new Map<string, Map<string, Entry>>([['/', new Map()]]);
  for (const path of texts.keys()) place(path, 'file', folders);
  const list = (dir: string): Listing => {
    const entries = folders.get(dir);
    return entries
      ? { kind: 'entries', entries: [...entries.values()].sort((a, b) => codeUnitOrder(a.name, b.name)) }
      : { kind: 'unreadable', why: 'not a folder' };
  };
  return {
    readText: (path) => {
      const text = texts.get(path);
      if (text !== undefined) return { kind: 'text', text };
      return folders.has(path) ? { kind: 'folder' } : { kind: 'unreadable', why: 'it is gone' };
    },
    list,
    exists: (path) => texts.has(path) || folders.has(path),
    kind: (path) => ({ kind: texts.has(path) ? 'file' : folders.has(path) ? 'folder' : 'missing' }),
    realPath: (path) => (texts.has(path) || folders.has(path) ? path : undefined),
    state: (path) => {
      const text = texts.get(path);
      return text === undefined ? undefined : { text, changed: 0 };
    },
  };
}

function place(path: string, kind: Entry['kind'], folders: Map<string, Map<string, Entry>>): void {
  const slash = path.lastIndexOf('/');
  if (slash === -1) return;
  const dir = path.slice(0, slash) || '/';
  const known = folders.get(dir);
  const entries = known ?? new Map<string, Entry>();
  if (!known) {
    folders.set(dir, entries);
    place(dir, 'folder', folders);
  }
  const name = path.slice(slash + 1);
  if (name !== '') entries.set(name, { name, kind });
}

import type { Dirent } from 'node:fs';
import { existsSync, lstatSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import { codeUnitOrder } from './code-unit-order.ts';
import { errorCode, failure } from './failure.ts';
import type { Entry, FileState, FileSystem, Listing, PathKind } from './file-system.ts';
import { readText } from './read-text.ts';

/** The disk itself. */
export const disk: FileSystem = { readText, list, exists: existsSync, kind, realPath, state };

/** The kinds come with the names: no entry is looked at by itself. */
function list(dir: string): Listing {
  try {
    return {
      kind: 'entries',
      entries: readdirSync(dir, { withFileTypes: true })
        .map(entryOf)
        .sort((a, b) => codeUnitOrder(a.name, b.name)),
    };
  } catch (error) {
    return { kind: 'unreadable', why: failure(error, dir) };
  }
}

function entryOf(entry: Dirent): Entry {
  const { name } = entry;
  if (entry.isFile()) return { name, kind: 'file' };
  if (entry.isDirectory()) return { name, kind: 'folder' };
  return { name, kind: entry.isSymbolicLink() ? 'link' : 'other' };
}

function kind(path: string): PathKind {
  try {
    // The usual answer is that there is nothing, and an exception for it is dear.
    const stats = statSync(path, { throwIfNoEntry: false });
    if (stats === undefined)
      return isSymlink(path) ? { kind: 'unreadable', why: 'broken symbolic link' } : { kind: 'missing' };
    if (stats.isDirectory()) return { kind: 'folder' };
    return stats.isFile() ? { kind: 'file' } : { kind: 'unreadable', why: 'not a regular file' };
  } catch (error) {
    const isMissing = ['ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(errorCode(error));
    return isMissing ? { kind: 'missing' } : { kind: 'unreadable', why: failure(error, path) };
  }
}

function realPath(path: string): string | undefined {
  try {
    const real = realpathSync.native(path);
    return sep === '/' ? real : real.replaceAll(sep, '/');
  } catch {
    return undefined;
  }
}

function state(path: string): FileState | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return (
    stats && {
      text: `${stats.size}/${stats.ino}/${stats.mtimeMs}/${stats.ctimeMs}`,
      changed: Math.max(stats.mtimeMs, stats.ctimeMs),
    }
  );
}

function isSymlink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}

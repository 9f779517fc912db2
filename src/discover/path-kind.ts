import { statSync } from 'node:fs';
import { errorCode, failure } from './failure.ts';

/** What a path leads to, symbolic links followed. */
export type PathKind =
  | { readonly kind: 'file' | 'folder' | 'missing' }
  /** It is there, but is neither, or cannot be looked at: a FIFO, a broken symbolic link. */
  | { readonly kind: 'unreadable'; readonly why: string };

/** Looks at one path. */
export function pathKind(path: string): PathKind {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return { kind: 'folder' };
    return stats.isFile() ? { kind: 'file' } : { kind: 'unreadable', why: 'not a regular file' };
  } catch (error) {
    return refused(error, path);
  }
}

function refused(error: unknown, path: string): PathKind {
  const why = failure(error, path);
  const isMissing = ['ENOENT', 'ENOTDIR', 'ERR_INVALID_ARG_VALUE'].includes(errorCode(error));
  return isMissing && why !== 'broken symbolic link' ? { kind: 'missing' } : { kind: 'unreadable', why };
}

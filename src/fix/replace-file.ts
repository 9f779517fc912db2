import type { Stats } from 'node:fs';
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { failure } from '../host/failure.ts';
import { byteLimits } from '../host/limits.ts';
import { linkRefusal } from '../host/link-refusal.ts';
import { readBytes } from '../host/read-bytes.ts';
import { replaceWhole } from '../host/replace-whole.ts';

/** Whether a file was replaced, and what is to be said of it, in a few words. */
export type Replaced =
  | { readonly done: true; readonly said: string | undefined }
  | { readonly done: false; readonly said: string };

/**
 * Replaces the text of a file (given relative to `cwd`, or absolute) at one stroke, and keeps its mode and owner. It is
 * not done, and nothing has changed, for a file that is not what was read (or has never been UTF-8), one that is
 * read-only, and one that a symbolic link leads to, be it the file itself or a folder on the way (see linkRefusal).
 */
export function replaceFile(path: string, before: string, after: string, cwd: string): Replaced {
  const file = resolve(cwd, path);
  try {
    const stats = lstatSync(file);
    const why = refusal(file, stats, before, cwd);
    if (why !== undefined) return { done: false, said: why };
    replaceWhole(file, after, { like: stats, durable: true });
    return { done: true, said: stats.nlink > 1 ? 'other hard links to it keep the old text' : undefined };
  } catch (error) {
    return { done: false, said: failure(error, file) };
  }
}

function refusal(file: string, stats: Stats, before: string, cwd: string): string | undefined {
  if (stats.isSymbolicLink()) return 'a symbolic link leads to it';
  if (!stats.isFile()) return 'it is no regular file';
  const why = linkRefusal(file, cwd);
  if (why !== undefined) return why;
  if ((stats.mode & 0o222) === 0) return 'it is read-only';
  // Bytes that are no UTF-8 were read as replacement characters and must not be written back as such.
  const read = readBytes(file, { limit: byteLimits.go, followLink: false });
  const isSame = read.kind === 'bytes' && read.bytes.equals(Buffer.from(before, 'utf8'));
  return isSame ? undefined : 'it has changed since it was read, or is not UTF-8';
}

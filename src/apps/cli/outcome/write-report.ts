import { appendFileSync, mkdtempSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a report into a file (absolute path). It is written beside it first and then takes its place, so that a reader
 * finds the old one or the whole new one, never a part. What is no regular file (`/dev/stdout`, a pipe) is written into.
 * Throws an Error with a sentence that names the file as `shown`.
 */
export function writeReport(file: string, shown: string, text: string): void {
  try {
    const target = targetOf(file);
    if (target.isRegular) replace(target.path, text);
    else writeFileSync(target.path, text);
  } catch (error) {
    const remedy = 'name a file in a folder that exists and can be written to';
    throw new Error(`${shown}: the report cannot be written (${reason(error)}); ${remedy}.`);
  }
}

/** Adds a text to the file that GitHub shows as the summary of a step. Gives the reason where it cannot be written. */
export function appendSummary(file: string, text: string): string | undefined {
  try {
    appendFileSync(file, text);
    return undefined;
  } catch (error) {
    return reason(error);
  }
}

/** A link stays one: the file it leads to is replaced. */
function targetOf(file: string): { readonly path: string; readonly isRegular: boolean } {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) return { path: file, isRegular: true };
  return stats.isFile() ? { path: realpathSync(file), isRegular: true } : { path: file, isRegular: false };
}

function replace(path: string, text: string): void {
  const folder = mkdtempSync(join(dirname(path), '.golint-leaks-'));
  try {
    const written = join(folder, basename(path));
    writeFileSync(written, text);
    renameSync(written, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return words[code] ?? code;
}

const words: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  ENOTDIR: 'no such folder',
  EISDIR: 'a folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'a read-only file system',
  ENOSPC: 'no space left',
};

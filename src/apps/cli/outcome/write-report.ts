import { appendFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import { linkRefusal } from '../../../host/link-refusal.ts';
import { replaceWhole } from '../../../host/replace-whole.ts';

/**
 * Writes a report into a file (absolute path), whole. Outside of what others may have made (see linkRefusal) a link is
 * followed, and what is no regular file (`/dev/stdout`, a pipe) is written into. Throws an Error with a sentence that
 * names the file as `shown`.
 */
export function writeReport(file: string, shown: string, text: string, cwd: string): void {
  const why = refusal(file, text, cwd);
  const remedy = 'name a file in a folder that exists and can be written to';
  if (why !== undefined) throw new Error(`${shown}: the report cannot be written (${why}); ${remedy}.`);
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

/** Undefined where it is written. */
function refusal(file: string, text: string, cwd: string): string | undefined {
  try {
    const why = linkRefusal(file, cwd);
    if (why === undefined) write(file, text);
    return why;
  } catch (error) {
    return reason(error);
  }
}

function write(file: string, text: string): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined) replaceWhole(file, text);
  else if (stats.isFile()) replaceWhole(realpathSync(file), text);
  else writeFileSync(file, text);
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

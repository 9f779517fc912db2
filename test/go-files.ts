import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The Go files below a folder, relative to it, sorted. */
export function goFilesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.go'))
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)))
    .sort();
}

import { readdirSync } from 'node:fs';

/** The Go files below a folder, relative to it, sorted. */
export function goFilesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.go')).sort();
}

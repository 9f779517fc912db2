import { sep } from 'node:path';

/** The path of an entry of a folder. For folders with thousands of files: `join` looks for dots and slashes in each path anew. */
export function inside(dir: string, name: string): string {
  return dir.endsWith(sep) ? dir + name : dir + sep + name;
}

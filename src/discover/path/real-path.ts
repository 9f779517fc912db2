import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The absolute path of a file (given relative to `cwd` or absolute), past all symbolic links; as it stands where there
 * is no such file.
 */
export function realPath(path: string, cwd: string): string {
  const absolute = resolve(cwd, path);
  try {
    return realpathSync.native(absolute);
  } catch {
    return absolute;
  }
}

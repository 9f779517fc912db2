import { isInside, slashed } from '../../host/paths.ts';

/**
 * The absolute path as the user would write it: relative to `cwd` where it is inside (`.` for `cwd` itself), else
 * absolute; always with `/`.
 */
export function displayPath(path: string, cwd: string): string {
  const [shown, folder] = [slashed(path), slashed(cwd)];
  if (!isInside(shown, folder)) return shown;
  return shown.slice(folder.length).replace(/^\//, '') || '.';
}

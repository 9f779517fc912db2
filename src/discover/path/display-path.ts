import { isAbsolute, relative, sep } from 'node:path';

/**
 * The path as the user would write it: relative to `cwd` where it is inside (`.` for `cwd` itself), else absolute;
 * always with `/`.
 */
export function displayPath(path: string, cwd: string): string {
  const inside = relative(cwd, path);
  const leaves = inside === '..' || inside.startsWith(`..${sep}`) || isAbsolute(inside);
  const shown = leaves ? path : inside || '.';
  return sep === '/' ? shown : shown.replaceAll(sep, '/');
}

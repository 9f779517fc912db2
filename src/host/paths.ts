/** The folder around an absolute path; of a root the root itself. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash === -1 || slash === path.length - 1) return path;
  const isRoot = slash === 0 || path.charAt(slash - 1) === ':'; // `/a`, `C:/a`
  return path.slice(0, isRoot ? slash + 1 : slash);
}

/**
 * The path of something inside of an absolute folder, `.` and `..` resolved; never above the root of the file system.
 */
export function joined(dir: string, relative: string): string {
  let at = dir;
  for (const element of relative.split('/')) {
    if (element === '' || element === '.') continue;
    if (element === '..') at = parentOf(at);
    else at = at.endsWith('/') ? at + element : `${at}/${element}`;
  }
  return at;
}

/** Whether an absolute path is a folder or something in it. */
export function isInside(path: string, dir: string): boolean {
  return path === dir || path.startsWith(dir.endsWith('/') ? dir : `${dir}/`);
}

/** The last element of a path. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** The path of something named in a file of an absolute folder: itself where it is absolute. */
export function resolved(dir: string, path: string): string {
  if (path.startsWith('/')) return joined('/', path);
  return /^[a-z]:\//i.test(path) ? path : joined(dir, path);
}

/**
 * The path of an entry of a folder. For folders with thousands of files: `joined` looks for dots and slashes in each
 * path anew.
 */
export function inside(dir: string, name: string): string {
  return dir.endsWith('/') ? dir + name : `${dir}/${name}`;
}

/**
 * An absolute path as this program writes it: with `/`. One of Windows is known by its drive, or by two backslashes.
 */
export function slashed(path: string): string {
  return /^(?:[a-z]:|\\\\)/i.test(path) ? path.replaceAll('\\', '/') : path;
}

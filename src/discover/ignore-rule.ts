import { matchesName, nameGlob } from './name-glob.ts';
import { matchesWithWildcards } from './wildcards.ts';

/** One line of a .gitignore. */
export interface IgnoreRule {
  /** Whether it takes back what an earlier line ignores. */
  readonly isNegated: boolean;
  /** Whether it matches a path: the names on the way from the folder of the .gitignore. Its folders have rules of their own. */
  readonly matches: (names: readonly string[], isFolder: boolean) => boolean;
}

/** Reads one line as gitignore(5) has it; undefined for a comment or nothing. */
export function ignoreRule(line: string, ignoreCase: boolean): IgnoreRule | undefined {
  if (line.startsWith('#')) return undefined;
  const isNegated = line.startsWith('!');
  const glob = withoutTrailingSpaces(isNegated ? line.slice(1) : line);
  const forFolders = glob.endsWith('/');
  const body = forFolders ? glob.slice(0, -1) : glob;
  if (body === '') return undefined;
  const fits = body.includes('/') ? pathMatcher(body.replace(/^\//, '').split('/'), ignoreCase) : nameMatcher(body, ignoreCase);
  return { isNegated, matches: (names, isFolder) => (isFolder || !forFolders) && fits(names) };
}

type Matcher = (names: readonly string[]) => boolean;

/** A line without a slash matches a name at any depth. */
function nameMatcher(body: string, ignoreCase: boolean): Matcher {
  const glob = nameGlob(body, ignoreCase);
  return (names) => matchesName(glob, names.at(-1) ?? '', ignoreCase);
}

/** A line with a slash in front of its end counts from the folder of its file; `**` stands for any number of folders. */
function pathMatcher(segments: readonly string[], ignoreCase: boolean): Matcher {
  const globs = segments.map((segment) => (segment === '**' ? 'any' : nameGlob(segment, ignoreCase)));
  // What `a/**` matches is in `a`, and not `a` itself.
  const pattern = globs.at(-1) === 'any' ? [...globs, nameGlob('*')] : globs;
  return (names) => matchesWithWildcards(pattern, names, (glob) => glob === 'any', (glob, name = '') => glob !== 'any' && matchesName(glob, name, ignoreCase));
}

/** Spaces at the end count only behind a backslash. */
function withoutTrailingSpaces(text: string): string {
  let end = text.length;
  while (text[end - 1] === ' ' && text[end - 2] !== '\\') end--;
  return text.slice(0, end);
}

import { relative, sep } from 'node:path';
import type { Sourced } from './place.ts';
import type { Exclusion } from './settings.ts';

/** A predicate for files (absolute paths): the first of these exclusions that leaves the file out. */
export function excluder(exclude: readonly Sourced<Exclusion>[]): (path: string) => Sourced<Exclusion> | undefined {
  const matchers = exclude.map((entry) => ({ entry, segments: patternOf(entry.value.glob) }));
  return (path) => matchers.find(({ entry, segments }) => matchesPath(segments, relative(entry.value.base, path).split(sep)))?.entry;
}

/** A predicate for files (absolute paths): whether one of these globs, which count from a folder (absolute), matches. */
export function globMatcher(globs: readonly string[], base: string): (path: string) => boolean {
  const patterns = globs.map(patternOf);
  return (path) => patterns.some((segments) => matchesPath(segments, relative(base, path).split(sep)));
}

/**
 * As in .gitignore: a glob with a slash in front of its end counts from the folder of its file, one without matches a
 * name at any depth; what matches a folder leaves out all that is below it.
 */
function patternOf(glob: string): readonly string[] {
  const segments = glob.split('/').filter((segment) => segment !== '' && segment !== '.');
  const isAnchored = glob.replace(/\/+$/, '').includes('/');
  return [...(isAnchored ? [] : ['**']), ...segments, '**'];
}

/** `**` stands for any number of folders, none included. Takes at most segments of glob times segments of path steps. */
function matchesPath(glob: readonly string[], path: readonly string[]): boolean {
  return matchesWithWildcard(glob, path, (each) => each === '**', matchesName);
}

/** Whether a name matches a glob: `*` stands for any characters, `?` for one. */
export function matchesName(glob: string, name: string): boolean {
  return matchesWithWildcard([...glob], [...name], (each) => each === '*', (a, b) => a === '?' || a === b);
}

/**
 * Whether the items match a pattern in which wildcards stand for any number of items. Only the last wildcard seen is ever
 * tried again, which is enough, so that hostile patterns cost no more than length times length.
 */
function matchesWithWildcard(
  pattern: readonly string[],
  items: readonly string[],
  isWildcard: (each: string) => boolean,
  matches: (a: string, b: string) => boolean,
): boolean {
  let at = 0;
  let wildcard: { readonly pattern: number; item: number } | undefined;
  for (let item = 0; item < items.length; ) {
    const wanted = pattern[at];
    if (wanted !== undefined && isWildcard(wanted)) {
      wildcard = { pattern: at++, item };
    } else if (wanted !== undefined && matches(wanted, items[item] ?? '')) {
      at++;
      item++;
    } else if (wildcard) {
      at = wildcard.pattern + 1;
      item = ++wildcard.item;
    } else return false;
  }
  return pattern.slice(at).every(isWildcard);
}

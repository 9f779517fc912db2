import { relative, sep } from 'node:path';
import { matchesWithWildcards } from '../discover/wildcards.ts';
import type { Sourced } from './place.ts';
import type { Exclusion } from './settings.ts';

/** A predicate for files (absolute paths): the first of these exclusions that leaves the file out. */
export function excluder(exclude: readonly Sourced<Exclusion>[]): (path: string) => Sourced<Exclusion> | undefined {
  const matchers = exclude.map((entry) => ({ entry, segments: patternOf(entry.value.glob) }));
  return (path) => matchers.find(({ entry, segments }) => matchesPath(segments, relative(entry.value.base, path).split(sep)))?.entry;
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
  return matchesWithWildcards(glob, path, (each) => each === '**', (part, name = '') => matchesName(part, name));
}

/** `*` stands for any characters, `?` for one. */
function matchesName(glob: string, name: string): boolean {
  return matchesWithWildcards([...glob], [...name], (each) => each === '*', (a, b) => a === '?' || a === b);
}

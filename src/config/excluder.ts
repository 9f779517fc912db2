import { relative, sep } from 'node:path';
import type { PathGlob } from '../discover/ignore/path-glob.ts';
import { matchesPath, pathGlob } from '../discover/ignore/path-glob.ts';
import { mostSteps, TooManySteps } from '../discover/ignore/wildcards.ts';
import { complaint } from './read/complaint.ts';
import type { Sourced } from './read/place.ts';
import type { Exclusion } from './settings.ts';

/**
 * A predicate for files (absolute paths): the first of these exclusions that leaves the file out. Throws a ConfigError
 * where they take too much work with one file.
 */
export function excluder(exclude: readonly Sourced<Exclusion>[]): (path: string) => Sourced<Exclusion> | undefined {
  const matchers = exclude.map((entry) => ({ entry, pattern: patternOf(entry.value.glob) }));
  return (path) => {
    const steps = { left: mostSteps };
    return matchers.find(({ entry, pattern }) => {
      try {
        return matchesPath(pattern, relative(entry.value.base, path).split(sep), steps);
      } catch (error) {
        throw error instanceof TooManySteps ? complaint(entry.at, tooMuch) : error;
      }
    })?.entry;
  };
}

const tooMuch =
  'the globs up to here take too much work to be matched with one file; write fewer of them, or simpler ones';

/**
 * A predicate for files (absolute paths): whether one of these globs, which count from a folder (absolute), matches.
 */
export function globMatcher(globs: readonly string[], base: string): (path: string) => boolean {
  const patterns = globs.map(patternOf);
  return (path) => {
    const steps = { left: mostSteps };
    return patterns.some((pattern) => matchesPath(pattern, relative(base, path).split(sep), steps));
  };
}

/**
 * As in .gitignore: a glob with a slash in front of its end counts from the folder of its file, one without matches a
 * name at any depth; what matches a folder leaves out all that is below it.
 */
function patternOf(glob: string): PathGlob {
  const segments = glob.split('/').filter((segment) => segment !== '' && segment !== '.');
  const isAnchored = glob.replace(/\/+$/, '').includes('/');
  return pathGlob([...(isAnchored ? [] : ['**']), ...segments, '**']);
}

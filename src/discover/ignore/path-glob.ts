import type { NameGlob } from './name-glob.ts';
import { matchesName, nameGlob } from './name-glob.ts';
import type { Steps } from './wildcards.ts';
import { matchesWithWildcard } from './wildcards.ts';

/** A glob for the names on a path: `**` stands for any number of them, none included. */
export type PathGlob = readonly ('**' | NameGlob)[];

/** Reads the names of a glob. */
export function pathGlob(names: readonly string[], ignoreCase = false): PathGlob {
  return names.map((name) => (name === '**' ? name : nameGlob(name, ignoreCase)));
}

/** Whether all names of a path match. Throws TooManySteps. */
export function matchesPath(glob: PathGlob, names: readonly string[], steps: Steps): boolean {
  return matchesWithWildcard(
    glob,
    names,
    (part) => part === '**',
    (part, name) => part !== '**' && matchesName(part, name, steps),
    steps,
  );
}

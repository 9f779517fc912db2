import { resolve } from 'node:path';
import { disk } from '../../host/node.ts';
import { piecesOf } from './profile/pieces.ts';
import type { Profile } from './profile/profile.ts';
import { ProfileError } from './profile/profile.ts';
import { readProfile } from './profile/read-profile.ts';

/** The words of the command line, told apart. */
export interface Inputs {
  readonly profiles: readonly string[];
  readonly older: readonly string[];
  /** Where to look for findings. */
  readonly patterns: readonly string[];
}

/** Standard input. */
const STDIN = '-';

/**
 * Tells profiles from patterns: a profile is a file that is no Go file, or `-`. Throws a ProfileError with a whole
 * sentence, without its full stop, where there is none, or one that does not exist.
 */
export function sortInputs(words: readonly string[], older: readonly string[], cwd: string): Inputs {
  const isPattern = (word: string): boolean =>
    word !== STDIN && (word.endsWith('.go') || word.endsWith('...') || disk.kind(resolve(cwd, word)).kind === 'folder');
  const profiles = words.filter((word) => !isPattern(word));
  if (profiles.length === 0)
    throw new ProfileError(
      'evidence needs a profile, a dump or a log with one: golint-leaks evidence PROFILE... [patterns..]',
    );
  if ([...profiles, ...older].filter((word) => word === STDIN).length > 1)
    throw new ProfileError('standard input (-) can be read only once; name files for the others');
  return { profiles, older, patterns: words.filter(isPattern) };
}

/**
 * Reads all profiles, one after the other. Throws an Error with a whole sentence that names the one that cannot be
 * used.
 */
export async function readInputs(
  { profiles, older }: Inputs,
  cwd: string,
): Promise<{ readonly profiles: readonly Profile[]; readonly older: readonly Profile[] }> {
  return { profiles: await readAll(profiles, cwd), older: await readAll(older, cwd) };
}

async function readAll(names: readonly string[], cwd: string): Promise<readonly Profile[]> {
  const all: Profile[] = [];
  for (const name of names) {
    try {
      all.push(await readProfile(name, piecesOf(name === STDIN ? undefined : resolve(cwd, name))));
    } catch (error) {
      throw error instanceof ProfileError
        ? new ProfileError(`${name === STDIN ? 'standard input' : name}: ${error.message}.`)
        : error;
    }
  }
  return all;
}

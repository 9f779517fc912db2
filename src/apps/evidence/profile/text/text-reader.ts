import type { Profile } from '../profile.ts';
import { ProfileError } from '../profile.ts';
import { CountedFinder } from './counted-finder.ts';
import { DumpReader } from './dump-reader.ts';
import { readCounted } from './read-counted.ts';

/**
 * Reads whatever text may hold dumps, or profiles in their text form, piece by piece: what has the most goroutines
 * counts.
 */
export class TextReader {
  readonly #dumps = new DumpReader();
  readonly #profiles = new CountedFinder();

  /** `piece` holds the bytes of the input, one to a character. */
  push(piece: string): void {
    this.#dumps.push(piece);
    this.#profiles.push(piece);
  }

  /** The profile. Throws a ProfileError where there is none. */
  end(name: string): Profile {
    const [dump, counted] = [this.#dumps.end(name), this.#profiles.end()];
    const profile = counted === undefined ? undefined : readCounted(name, counted);
    const largest = goroutinesOf(profile) > goroutinesOf(dump) ? profile : (dump ?? profile);
    if (largest) return largest;
    throw new ProfileError(
      'holds no profile and no stack of a goroutine; give a file from /debug/pprof, a dump, or a log with one',
    );
  }
}

function goroutinesOf(profile: Profile | undefined): number {
  return profile?.stacks.reduce((sum, { count }) => sum + count, 0) ?? 0;
}

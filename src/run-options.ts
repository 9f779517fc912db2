import type { ConfigChoice } from './config/settings-finder.ts';
import type { Level } from './spec.ts';

/** What an app asks of one run, checked and complete. Crosses threads, so it holds data only. */
export interface RunOptions {
  /** Where to look; empty for `./...`. */
  readonly patterns: readonly string[];
  /** The ids of the rules to run; empty for all that the configuration does not turn off. */
  readonly only: readonly string[];
  /** The ids of rules, and of notes of the tool itself, that are left out. */
  readonly ignored: readonly string[];
  /**
   * Which configuration files speak: the nearest ones of each folder, none, or only this one, relative to the working
   * directory.
   */
  readonly config: ConfigChoice;
  /** The level from which findings make the run fail; undefined leaves it to the configuration. */
  readonly failOn: Level | 'never' | undefined;
  /** The Go version to assume instead of what go.mod says: `1.22`. */
  readonly goVersion: string | undefined;
  /** Whether findings of medium confidence are shown too; undefined leaves it to the configuration. */
  readonly strict: boolean | undefined;
  /** Whether notes are shown in full, or not at all; undefined leaves it to the configuration. */
  readonly notes: boolean | undefined;
  /** How many threads to use, also where they do not pay; undefined for as many as pay. */
  readonly threads: number | undefined;
  /** Whether it is measured what takes how long: then one thread does all, and nothing is remembered. */
  readonly timings: boolean;
  /**
   * Whether the files are those of an action of a build system: nobody knows who else calls a function, and no report
   * says where the working directory is.
   */
  readonly isUnit: boolean;
  /** Whether packages are passed over that hold no word of a rule. */
  readonly prefilter: boolean;
  /** Whether to mend what can be mended for certain, or to show how. */
  readonly fix: 'off' | 'write' | 'diff';
  /** The findings to mend, see placeKey; undefined for all that can be. */
  readonly mendOnly: readonly string[] | undefined;
  /** Whether a report carries proven fixes: proving them takes time. */
  readonly carriesFixes: boolean;
}

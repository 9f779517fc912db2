import type { FormatName } from '../format-names.ts';
import type { Obligation } from '../engines/obligation/rule.ts';
import type { Level } from '../spec.ts';
import type { Sourced } from './read/place.ts';

/** What a configuration file may say of a rule: its level, or that it does not run. */
export type RuleSetting = Level | 'off';

/** What is not to be reported on. */
export interface Exclusion {
  /** As written. */
  readonly glob: string;
  /** The folder of the file it stands in, absolute: what the glob is relative to. */
  readonly base: string;
}

/** Levels for some files only. */
export interface Override {
  /** Globs, as written. */
  readonly files: readonly string[];
  /** The folder that the globs count from, absolute. */
  readonly base: string;
  readonly levels: ReadonlyMap<string, Sourced<RuleSetting>>;
}

/**
 * What the configuration files say for one folder: the nearest one that speaks of a thing wins. Undefined is what none
 * speaks of. Flags are not in here.
 */
export interface Settings {
  /** By rule id. */
  readonly levels: ReadonlyMap<string, Sourced<RuleSetting>>;
  /**
   * Levels for some files only, those of all configuration files: the last that speaks of a rule and a file wins over
   * `levels`.
   */
  readonly overrides: readonly Override[];
  /** The levels that overrides give a file (absolute path), by rule id. */
  readonly levelsOf: (path: string) => ReadonlyMap<string, Sourced<RuleSetting>>;
  /** Those of all files. */
  readonly exclude: readonly Sourced<Exclusion>[];
  /** `1.22` */
  readonly goVersion: Sourced<string> | undefined;
  readonly strict: Sourced<boolean> | undefined;
  /** Whether notes are shown in full, or not at all. */
  readonly notes: Sourced<'on' | 'off'> | undefined;
  /** The level from which findings make a run fail. */
  readonly failOn: Sourced<Level | 'never'> | undefined;
  /** The form of the report; that of the working directory counts. */
  readonly format: Sourced<FormatName> | undefined;
  /** Whether test files are reported on. */
  readonly tests: Sourced<'on' | 'off'> | undefined;
  /** The user's own rules, those of all files. */
  readonly resources: readonly Sourced<Obligation>[];
  /** The first glob that leaves a file (absolute path) out. */
  readonly exclusionOf: (path: string) => Sourced<Exclusion> | undefined;
}

/** What holds where there is no configuration file. */
export const noSettings: Settings = Object.freeze({
  levels: new Map(),
  overrides: [],
  levelsOf: () => new Map(),
  exclude: [],
  goVersion: undefined,
  strict: undefined,
  notes: undefined,
  failOn: undefined,
  format: undefined,
  tests: undefined,
  resources: [],
  exclusionOf: () => undefined,
});

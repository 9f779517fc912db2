import type { Level, Obligation } from '../spec.ts';
import type { Sourced } from './place.ts';

/** What a configuration file may say of a rule: its level, or that it does not run. */
export type RuleSetting = Level | 'off';

/** What is not to be reported on. */
export interface Exclusion {
  /** As written. */
  readonly glob: string;
  /** The folder of the file it stands in, absolute: what the glob is relative to. */
  readonly base: string;
}

/**
 * What the configuration files say for one folder: the nearest one that speaks of a thing wins. Undefined is what none
 * speaks of. Flags are not in here.
 */
export interface Settings {
  /** By rule id. */
  readonly levels: ReadonlyMap<string, Sourced<RuleSetting>>;
  /** Those of all files. */
  readonly exclude: readonly Sourced<Exclusion>[];
  /** `1.22` */
  readonly goVersion: Sourced<string> | undefined;
  readonly strict: Sourced<boolean> | undefined;
  /** Whether notes are shown in full, or not at all. */
  readonly notes: Sourced<'on' | 'off'> | undefined;
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
  exclude: [],
  goVersion: undefined,
  strict: undefined,
  notes: undefined,
  tests: undefined,
  resources: [],
  exclusionOf: () => undefined,
});

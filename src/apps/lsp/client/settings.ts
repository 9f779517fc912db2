import type { ConfigChoice } from '../../../config/settings-finder.ts';
import type { RunOptions } from '../../../run-options.ts';

/**
 * What a user sets in an editor, under `golint-leaks`; what is not set is left to configuration files, as are levels
 * and exclusions.
 */
export interface EditorSettings {
  readonly strict: boolean | undefined;
  readonly notes: boolean | undefined;
  /** The ids of the rules to run; empty for all. */
  readonly select: readonly string[];
  /** The ids of the rules that are left out. */
  readonly ignore: readonly string[];
  readonly goVersion: string | undefined;
  readonly config: ConfigChoice;
}

/** What holds where nothing is set. */
export const noEditorSettings: EditorSettings = {
  strict: undefined, notes: undefined, select: [], ignore: [], goVersion: undefined, config: 'nearest',
};

/** Settings that were read, and what is wrong with what was passed over, a sentence each. */
export interface ReadSettings {
  readonly settings: EditorSettings;
  readonly complaints: readonly string[];
}

/** Reads what an editor sends, of which nothing is certain. `rules` are the ids that may be named. */
export function readSettings(sent: unknown, rules: readonly string[]): ReadSettings {
  const complaints: string[] = [];
  const given: Readonly<Record<string, unknown>> = isTable(sent) ? sent : {};
  const read = <T>(key: keyof EditorSettings, is: (value: unknown) => value is T, wanted: string): T | undefined => {
    const value = given[key];
    if (value === undefined || value === null) return undefined;
    if (is(value)) return value;
    complaints.push(`The setting golint-leaks.${key} is passed over: it must be ${wanted}.`);
    return undefined;
  };
  const ids = (key: 'select' | 'ignore'): readonly string[] => {
    const named = read(key, isWords, 'a list of ids of rules') ?? [];
    const unknown = named.find((id) => !rules.includes(id));
    if (unknown !== undefined) complaints.push(`The setting golint-leaks.${key} names ${JSON.stringify(unknown)}, which is no rule; golint-leaks rules lists them.`);
    return named.filter((id) => rules.includes(id));
  };
  const config = read('config', isWord, 'the path of a file, or "off"');
  return {
    settings: {
      strict: read('strict', isSwitch, 'true or false'),
      notes: read('notes', isSwitch, 'true or false'),
      select: ids('select'),
      ignore: ids('ignore'),
      goVersion: read('goVersion', isVersion, 'a Go version, as "1.22"'),
      config: config === undefined || config === '' ? 'nearest' : config === 'off' ? 'none' : { file: config },
    },
    complaints,
  };
}

/** What these settings ask of an analysis. */
export function optionsOf({ strict, notes, select, ignore, goVersion, config }: EditorSettings): RunOptions {
  return {
    patterns: [], only: select, ignored: ignore, config, failOn: undefined, goVersion, strict, notes, threads: 1, timings: false, isUnit: false,
    prefilter: true, fix: 'off', mendOnly: undefined, carriesFixes: false,
  };
}

function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSwitch(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isWord(value: unknown): value is string {
  return typeof value === 'string';
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(isWord);
}

function isVersion(value: unknown): value is string {
  return isWord(value) && /^1\.\d+$/.test(value);
}

import type { Place, Sourced } from './read/place.ts';
import { builtInNames } from './read/read-resource.ts';
import type { Settings } from './settings.ts';

/** Whose settings are shown. */
export interface ShownPath {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** As the user would write it. */
  readonly shown: string;
  /** The Go version that its go.mod or go.work gives; undefined where there is none. */
  readonly goVersion: Sourced<string> | undefined;
}

/** What is in force for a file or folder. */
export interface InForce {
  readonly shown: string;
  /** The glob that leaves the file out; undefined where none does. */
  readonly excluded: Settings['exclude'][number] | undefined;
  readonly rows: readonly Row[];
}

/** One value, and what sets it: a place, or undefined where it is what holds without any. */
interface Row {
  readonly key: string;
  readonly value: string | boolean;
  readonly at: Place | undefined;
}

/** Brings together what is in force for a file or folder: a row for each value. */
export function settingsInForce(target: ShownPath, settings: Settings, builtIn: readonly string[]): InForce {
  const { goVersion, strict, notes, tests, failOn, format, exclude, resources } = settings;
  const levels = new Map([...settings.levels, ...(target.isFolder ? [] : settings.levelsOf(target.path))]);
  const rows = [
    row('go-version', goVersion ?? target.goVersion, 'unknown'),
    row('strict', strict, false),
    row('notes', notes, 'in short'),
    row('tests', tests, 'off'),
    row('fail-on', failOn, 'warning'),
    row('format', format, 'text'),
    ...exclude.map((each): Row => ({ key: 'exclude', value: each.value.glob, at: each.at })),
    ...[...builtIn, ...builtInNames].map((id) => row(`rules.${id}`, levels.get(id), 'on')),
    ...resources.map(({ value: { id }, at }) => row(`rules.${id}`, levels.get(id) ?? { value: 'on', at }, 'on')),
  ];
  return { shown: target.shown, excluded: target.isFolder ? undefined : settings.exclusionOf(target.path), rows };
}

function row(key: string, set: Sourced<string | boolean> | undefined, fallback: string | boolean): Row {
  return { key, value: set?.value ?? fallback, at: set?.at };
}

/** One line for each value: key, value, and the place that sets it. */
export function printSettings({ shown, excluded, rows }: InForce): readonly string[] {
  const sourceOf = ({ key, at }: Row): string => (at ? place(at) : key === 'go-version' ? 'no go.mod' : 'default');
  const cells = rows.map((each) => [each.key, String(each.value), sourceOf(each)] as const);
  const [keys, values] = ([0, 1] as const).map((column) => Math.max(...cells.map((each) => each[column].length)));
  const lines = cells.map(
    ([key, value, source]) => `${key.padEnd(keys ?? 0)}  ${value.padEnd(values ?? 0)}  ${source}`,
  );
  const why = excluded ? [`# not reported on: "${excluded.value.glob}" at ${place(excluded.at)} excludes it`] : [];
  return [`# in force for ${shown}`, ...why, ...lines];
}

/**
 * The same as data: `path`, `excluded` (the glob and its place, or null), and `settings`, an array of `key`, `value`
 * and the place: `file` and `line`, both null for what is not set anywhere. Keys may be there several times, others may
 * be added.
 */
export function settingsJson({ shown, excluded, rows }: InForce): object {
  return {
    path: shown,
    excluded: excluded ? { glob: excluded.value.glob, ...placeJson(excluded.at) } : null,
    settings: rows.map(({ key, value, at }) => ({ key, value, ...placeJson(at) })),
  };
}

function placeJson(at: Place | undefined): object {
  return { file: at?.path ?? null, line: at?.line ?? null };
}

function place({ path, line }: Place): string {
  return `${path}:${line}`;
}

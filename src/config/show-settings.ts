import type { Place, Sourced } from './place.ts';
import { builtInNames } from './read-resource.ts';
import type { Settings } from './settings.ts';

/** Whose settings are shown. */
export interface ShownPath {
  /** Absolute. */
  readonly path: string;
  readonly isFolder: boolean;
  /** As the user would write it. */
  readonly shown: string;
  /** The Go version that its go.mod or go.work gives; undefined where there is none. */
  readonly goVersion: string | undefined;
}

type Row = readonly [key: string, value: string, source: string];

/** What is in force for a file or folder, one line for each value: key, value, and the place that sets it. */
export function showSettings(target: ShownPath, settings: Settings, builtIn: readonly string[]): string {
  const { goVersion, strict, tests, exclude, resources, levels } = settings;
  const rows: readonly Row[] = [
    row('go-version', goVersion, target.goVersion ?? 'unknown', target.goVersion === undefined ? 'no go.mod' : 'go.mod'),
    row('strict', strict, false),
    row('tests', tests, 'off'),
    ...exclude.map((each): Row => ['exclude', each.value.glob, place(each.at)]),
    ...[...builtIn, ...builtInNames].map((id) => row(`rules.${id}`, levels.get(id), 'on')),
    ...resources.flatMap(({ value: { id }, at }): readonly Row[] => [row(`rules.${id}`, levels.get(id) ?? { value: 'on', at }, 'on')]),
  ];
  const excluded = target.isFolder ? undefined : settings.exclusionOf(target.path);
  const widths = [0, 1].map((column) => Math.max(...rows.map((each) => (each[column] ?? '').length)));
  const lines = rows.map(([key, value, source]) => `${key.padEnd(widths[0] ?? 0)}  ${value.padEnd(widths[1] ?? 0)}  ${source}`);
  return [`# in force for ${target.shown}`, ...(excluded ? [excludedLine(excluded)] : []), ...lines].join('\n');
}

function row(key: string, set: Sourced<string | boolean> | undefined, fallback: string | boolean, source = 'default'): Row {
  return set === undefined ? [key, String(fallback), source] : [key, String(set.value), place(set.at)];
}

function excludedLine({ value, at }: Settings['exclude'][number]): string {
  return `# not reported on: "${value.glob}" at ${place(at)} excludes it`;
}

function place({ path, line }: Place): string {
  return `${path}:${line}`;
}

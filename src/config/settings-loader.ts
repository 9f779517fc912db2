import { basename, dirname } from 'node:path';
import { displayPath } from '../discover/path/display-path.ts';
import { byteLimits } from '../host/limits.ts';
import { readText } from '../host/read-text.ts';
import { disk } from '../host/node.ts';
import { complaint, quoted } from './read/complaint.ts';
import { ConfigError } from './read/config-error.ts';
import { excluder, globMatcher } from './excluder.ts';
import { configFileName } from './find-config-files.ts';
import type { Place } from './read/place.ts';
import type { ConfigFile } from './read/read-config.ts';
import { readConfig } from './read/read-config.ts';
import type { Settings } from './settings.ts';
import { noSettings } from './settings.ts';

/**
 * Reads chains of configuration files (absolute paths, the outermost first), each file once. See settingsFinder. `base`
 * is the folder that globs count from where a file is named by the user, who may call it what they like; undefined for
 * the folder of each file.
 */
export function settingsLoader(
  builtIn: readonly string[], cwd: string, base: string | undefined,
): (paths: readonly string[]) => Settings {
  const read = new Map<string, Settings>();
  // One id means one rule in a whole run, or reports could not describe it.
  const owners = new Map<string, Place>();
  const load = (paths: readonly string[]): Settings => {
    const path = paths.at(-1);
    if (path === undefined) return noSettings;
    const settings = read.get(path) ?? readOne(path, load(paths.slice(0, -1)));
    read.set(path, settings);
    return settings;
  };
  const readOne = (path: string, outer: Settings): Settings => {
    const shown = displayPath(path, cwd);
    if (base === undefined && basename(path) !== configFileName)
      throw complaint({ path: shown, line: 1, column: 1 }, `no configuration file: rename it to ${configFileName}`);
    const ids = [...builtIn, ...outer.resources.map(({ value }) => value.id)];
    const file = readConfig(textOf(path, shown, base !== undefined), shown, ids);
    for (const { value: { id }, at } of file.resources) claim(id, at, owners);
    return merged(outer, file, base ?? dirname(path));
  };
  return load;
}

/** `isNamed` by the user, not found. */
function textOf(path: string, shown: string, isNamed: boolean): string {
  const at = { path: shown, line: 1, column: 1 };
  const file = readText(path, byteLimits.configuration);
  if (isNamed && disk.kind(path).kind === 'missing')
    throw new ConfigError(
      `--config ${quoted(shown)}: there is no such file; check the spelling and the working directory.`,
    );
  if (file.kind === 'folder') throw complaint(at, 'this is a folder, not a configuration file; rename it');
  if (file.kind === 'too-large') throw complaint(at, `the configuration file is ${file.why}; shorten it`);
  if (file.kind === 'unreadable')
    throw complaint(at, `the configuration file cannot be read (${file.why}); mend or remove it`);
  return file.text;
}

function claim(id: string, at: Place, owners: Map<string, Place>): void {
  const owner = owners.get(id);
  if (owner !== undefined)
    throw complaint(at, `the id "${id}" is taken by ${owner.path}:${owner.line}; choose another one`);
  owners.set(id, at);
}

function merged(outer: Settings, inner: ConfigFile, base: string): Settings {
  const exclude = [...outer.exclude, ...inner.exclude.map(({ value: glob, at }) => ({ value: { glob, base }, at }))];
  const overrides = [...nearer(outer, inner), ...inner.overrides.map((each) => ({ ...each, base }))];
  return Object.freeze({
    levels: new Map([...outer.levels, ...inner.levels]),
    overrides,
    levelsOf: levelsOf(overrides),
    exclude,
    goVersion: inner.goVersion ?? outer.goVersion,
    strict: inner.strict ?? outer.strict,
    notes: inner.notes ?? outer.notes,
    failOn: inner.failOn ?? outer.failOn,
    format: inner.format ?? outer.format,
    tests: inner.tests ?? outer.tests,
    resources: [...outer.resources, ...inner.resources],
    exclusionOf: excluder(exclude),
  });
}

/** What an outer file says for some files of a rule is less near than what an inner one says for all. */
function nearer({ overrides }: Settings, { levels }: ConfigFile): Settings['overrides'] {
  return overrides.map((each) => ({ ...each, levels: new Map([...each.levels].filter(([id]) => !levels.has(id))) }));
}

function levelsOf(overrides: Settings['overrides']): Settings['levelsOf'] {
  const matchers = overrides.map(({ files, base, levels }) => ({ levels, matches: globMatcher(files, base) }));
  return (path) => new Map(matchers.flatMap(({ levels, matches }) => (matches(path) ? [...levels] : [])));
}

import { resolve } from 'node:path';
import type { RuleChoice } from '../analyze.ts';
import type { Sourced } from '../config/read/place.ts';
import type { RuleSetting, Settings } from '../config/settings.ts';
import type { GoSettingsCache } from '../discover/go-settings.ts';
import { goSettings } from '../discover/go-settings.ts';
import type { FileChoice } from '../discover/packages.ts';
import type { RootCache } from '../discover/path/project-root.ts';
import { projectRoot } from '../discover/path/project-root.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { RunOptions } from '../run-options.ts';
import { wantsFixes } from './wants-fixes.ts';
import type { GoSettings } from '../package-text.ts';
import type { Rule } from '../engines/kinds.ts';
import type { Level } from '../spec.ts';

/** How notes are shown: all in `full`, in `short` where a format has room for that, or `none`. */
export type NotesMode = 'full' | 'short' | 'none';

/** What is in force for one folder: flags win over configuration files, and these over go.mod. */
export interface FolderChoice {
  readonly rules: RuleChoice;
  readonly files: FileChoice;
  readonly go: GoSettings;
  /** Whether findings of medium confidence are shown too. */
  readonly strict: boolean;
  readonly notes: NotesMode;
  /** The level from which findings make the run fail. */
  readonly failOn: Level | 'never';
  /** All of it as text: equal for choices that lead to equal outcomes. */
  readonly identity: string;
}

/** What is read, and what was looked up before: starts with empty maps. */
export interface Caches {
  readonly files: FileSystem;
  readonly go: GoSettingsCache;
  readonly roots: RootCache;
}

/** Brings together what flags, configuration and go.mod say for a folder (absolute). */
export function folderChoice(
  dir: string, settings: Settings, options: RunOptions, builtIn: readonly Rule[], caches: Caches, cwd: string,
): FolderChoice {
  const version = options.goVersion ?? settings.goVersion?.value;
  const notes = notesMode(settings, options);
  const rules = ruleChoice(settings, notes, options, builtIn, cwd);
  const tests = settings.tests?.value === 'on';
  const go =
    version === undefined ? goSettings(dir, caches.go, caches.files) : { version, toolchain: undefined, godebug: {} };
  const strict = options.strict ?? settings.strict?.value ?? false;
  const { resources, exclude, overrides } = settings;
  return {
    rules,
    files: { tests, isExcluded: (path) => settings.exclusionOf(path) !== undefined },
    go,
    strict,
    notes,
    failOn: options.failOn ?? settings.failOn?.value ?? 'warning',
    identity: JSON.stringify([
      rules.rules.map(({ id }) => id), rules.all, [...(rules.levels ?? [])], values(resources), values(exclude),
      overrides.map(({ files, base, levels }) => [files, base, [...levels]]), tests, go, strict,
      rules.relevelsNotes, projectRoot(dir, caches.roots, caches.files), wantsFixes(options),
    ]),
  };
}

function notesMode(settings: Settings, options: RunOptions): NotesMode {
  const failsOnNotes = (options.failOn ?? settings.failOn?.value) === 'note' ? true : undefined;
  const isOn = options.notes ?? (settings.notes && settings.notes.value === 'on') ?? failsOnNotes;
  return isOn === undefined ? 'short' : isOn ? 'full' : 'none';
}

function values<T>(sourced: readonly Sourced<T>[]): readonly T[] {
  return sourced.map(({ value }) => value);
}

/** Those of the rules that are wanted by name, or all; without those that are to be left out. */
export function chosenRules(all: readonly Rule[], { only, ignored }: RunOptions): readonly Rule[] {
  return all.filter(({ id }) => (only.length === 0 || only.includes(id)) && !ignored.includes(id));
}

/** A rule that is asked for by name runs, whatever the configuration says. */
function ruleChoice(
  settings: Settings, notes: NotesMode, options: RunOptions, builtIn: readonly Rule[], cwd: string,
): RuleChoice {
  const all = [...builtIn, ...settings.resources.map(({ value }) => value)];
  const inForce = (levels: Settings['levels']): Map<string, RuleSetting> =>
    new Map([...levels].flatMap(([id, { value }]): [string, RuleSetting][] =>
      (value === 'off' && options.only.includes(id) ? [] : [[id, value]])));
  const levels = inForce(settings.levels);
  for (const id of options.ignored) levels.set(id, 'off');
  // A rule that is off may be on for some files.
  const isOn = (id: string): boolean =>
    levels.get(id) !== 'off'
    || (!options.ignored.includes(id)
      && settings.overrides.some((each) => (each.levels.get(id)?.value ?? 'off') !== 'off'));
  const rules = chosenRules(all, options).filter(({ id }) => isOn(id));
  const levelsOf = (path: string): ReadonlyMap<string, RuleSetting> => inForce(settings.levelsOf(resolve(cwd, path)));
  return {
    rules, all: rules.length === all.length, known: all.map(({ id }) => id), levels, relevelsNotes: notes === 'full',
    ...(settings.overrides.length > 0 && { levelsOf }),
  };
}

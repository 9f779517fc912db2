import type { RuleChoice } from '../analyze.ts';
import type { Sourced } from '../config/place.ts';
import type { Settings } from '../config/settings.ts';
import type { GoSettingsCache } from '../discover/go-settings.ts';
import { goSettings } from '../discover/go-settings.ts';
import type { FileChoice } from '../discover/packages.ts';
import type { RootCache } from '../discover/project-root.ts';
import { projectRoot } from '../discover/project-root.ts';
import type { RunOptions } from '../run-options.ts';
import { wantsFixes } from './wants-fixes.ts';
import type { GoSettings, Level, Rule } from '../spec.ts';

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
  /** All of it as text: equal for choices that lead to equal outcomes. */
  readonly identity: string;
}

/** What was looked up before: starts with empty maps. */
export interface Caches {
  readonly go: GoSettingsCache;
  readonly roots: RootCache;
}

/** Brings together what flags, configuration and go.mod say for a folder (absolute). */
export function folderChoice(dir: string, settings: Settings, options: RunOptions, builtIn: readonly Rule[], caches: Caches): FolderChoice {
  const version = options.goVersion ?? settings.goVersion?.value;
  const notes = notesMode(settings, options);
  const rules = ruleChoice(settings, notes, options, builtIn);
  const tests = settings.tests?.value === 'on';
  const go = version === undefined ? goSettings(dir, caches.go) : { version, toolchain: undefined, godebug: {} };
  const strict = options.strict ?? settings.strict?.value ?? false;
  const { resources, exclude } = settings;
  return {
    rules,
    files: { tests, isExcluded: (path) => settings.exclusionOf(path) !== undefined },
    go,
    strict,
    notes,
    identity: JSON.stringify([
      rules.rules.map(({ id }) => id), rules.all, [...(rules.levels ?? [])], values(resources), values(exclude), tests, go, strict,
      rules.relevelsNotes, projectRoot(dir, caches.roots), wantsFixes(options),
    ]),
  };
}

function notesMode(settings: Settings, options: RunOptions): NotesMode {
  const isOn = options.notes ?? (settings.notes && settings.notes.value === 'on');
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
function ruleChoice({ levels, resources }: Settings, notes: NotesMode, options: RunOptions, builtIn: readonly Rule[]): RuleChoice {
  const all = [...builtIn, ...resources.map(({ value }) => value)];
  const inForce = new Map([...levels].flatMap(([id, { value }]): [string, Level | 'off'][] =>
    (value === 'off' && options.only.includes(id) ? [] : [[id, value]])));
  for (const id of options.ignored) inForce.set(id, 'off');
  const rules = chosenRules(all, options).filter(({ id }) => inForce.get(id) !== 'off');
  return { rules, all: rules.length === all.length, levels: inForce, relevelsNotes: notes === 'full' };
}

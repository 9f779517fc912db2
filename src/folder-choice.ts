import type { RuleChoice } from './analyze.ts';
import type { Settings } from './config/settings.ts';
import type { GoSettingsCache } from './discover/go-settings.ts';
import { goSettings } from './discover/go-settings.ts';
import type { FileChoice } from './discover/packages.ts';
import type { Options } from './options.ts';
import type { GoSettings, Level, Rule } from './spec.ts';

/** What is in force for one folder: flags win over configuration files, and these over go.mod. */
export interface FolderChoice {
  readonly rules: RuleChoice;
  readonly files: FileChoice;
  readonly go: GoSettings;
  /** Whether findings of medium confidence are shown too. */
  readonly strict: boolean;
}

/** Brings together what flags, configuration and go.mod say for a folder (absolute). */
export function folderChoice(dir: string, settings: Settings, options: Options, builtIn: readonly Rule[], cache: GoSettingsCache): FolderChoice {
  const version = options.goVersion ?? settings.goVersion?.value;
  return {
    rules: ruleChoice(settings, options, builtIn),
    files: { tests: settings.tests?.value === 'on', isExcluded: (path) => settings.exclusionOf(path) !== undefined },
    go: version === undefined ? goSettings(dir, cache) : { version, toolchain: undefined, godebug: {} },
    strict: options.strict ?? settings.strict?.value ?? false,
  };
}

/** Those of the rules that are wanted by name, or all. */
export function chosenRules(all: readonly Rule[], { only }: Options): readonly Rule[] {
  return only.length === 0 ? all : all.filter(({ id }) => only.includes(id));
}

/** A rule that is asked for by name runs, whatever the configuration says. */
function ruleChoice({ levels, resources }: Settings, options: Options, builtIn: readonly Rule[]): RuleChoice {
  const all = [...builtIn, ...resources.map(({ value }) => value)];
  const inForce = new Map([...levels].flatMap(([id, { value }]): [string, Level | 'off'][] =>
    (value === 'off' && options.only.includes(id) ? [] : [[id, value]])));
  const rules = chosenRules(all, options).filter(({ id }) => inForce.get(id) !== 'off');
  return { rules, all: rules.length === all.length, levels: inForce };
}

import { complaint, didYouMean, quoted } from './complaint.ts';
import type { Sourced } from './place.ts';
import { builtInNames, readResource } from './read-resource.ts';
import { readYaml } from './read-yaml.ts';
import type { RuleSetting, Settings } from './settings.ts';
import type { Entry, Value } from './value.ts';
import { goVersionText, listOf, oneWordOf, tableOf, textOf, trueOrFalse } from './value-reader.ts';

/** What one configuration file says, checked. */
export interface ConfigFile extends Omit<Settings, 'exclude' | 'exclusionOf'> {
  /** Globs, relative to the folder of the file. */
  readonly exclude: readonly Sourced<string>[];
}

const keys = ['rules', 'exclude', 'go-version', 'strict', 'notes', 'tests', 'resources'] as const;
const ruleSettings = ['off', 'note', 'warning', 'error'] as const satisfies readonly RuleSetting[];
const onOff = ['on', 'off'] as const;

/**
 * Reads a configuration file: data only, nothing in it is run, followed or expanded. `known` are the rule ids that exist
 * without it. Throws a ConfigError for the first thing that makes no sense; `path` is only shown.
 */
export function readConfig(text: string, path: string, known: readonly string[]): ConfigFile {
  const entries = entriesOf(readYaml(text, path));
  const resources = items(entries, 'resources').map((item) => readResource(item, known));
  return Object.freeze({
    levels: levelsOf(entry(entries, 'rules'), [...known, ...resources.map(({ value }) => value.id), ...builtInNames]),
    exclude: items(entries, 'exclude').map(globOf),
    goVersion: optional(entry(entries, 'go-version'), goVersionText),
    strict: optional(entry(entries, 'strict'), trueOrFalse),
    notes: optional(entry(entries, 'notes'), (value) => oneWordOf(value, onOff, '"notes"')),
    tests: optional(entry(entries, 'tests'), (value) => oneWordOf(value, onOff, '"tests"')),
    resources,
  });
}

function entriesOf(root: Value | undefined): readonly Entry[] {
  if (root === undefined) return [];
  const { entries } = tableOf(root, 'the file');
  const unknown = entries.find(({ key }) => !keys.some((each) => each === key));
  if (unknown) throw complaint(unknown.at, `the key ${quoted(unknown.key)} is not known; ${didYouMean(unknown.key, keys)}`);
  return entries;
}

function entry(entries: readonly Entry[], key: (typeof keys)[number]): Entry | undefined {
  return entries.find((each) => each.key === key);
}

function items(entries: readonly Entry[], key: (typeof keys)[number]): readonly Value[] {
  const found = entry(entries, key);
  return found === undefined ? [] : listOf(found.value, `"${key}"`).items;
}

function optional<T>(found: Entry | undefined, read: (value: Value) => T): Sourced<T> | undefined {
  return found && { value: read(found.value), at: found.at };
}

function levelsOf(found: Entry | undefined, known: readonly string[]): ReadonlyMap<string, Sourced<RuleSetting>> {
  if (found === undefined) return new Map();
  return new Map(tableOf(found.value, '"rules"').entries.map(({ key, value, at }) => {
    if (!known.includes(key)) throw complaint(at, `there is no rule ${quoted(key)}; ${didYouMean(key, known)}`);
    return [key, { value: oneWordOf(value, ruleSettings, `the level of "${key}"`), at }];
  }));
}

/** More could not be the name of a file. */
const maxGlob = 1000;

/** Only `*`, `?` and `**` have a meaning: what other tools take for a class, a choice or a negation would silently match nothing. */
function globOf(item: Value): Sourced<string> {
  const value = textOf(item, 'a glob of "exclude"');
  if (value.length > maxGlob) throw complaint(item.at, `this glob is longer than ${maxGlob} characters; write a shorter one`);
  if (/[[\]{}!\\]/.test(value)) {
    throw complaint(item.at, `the glob ${quoted(value)} has one of [ ] { } ! \\, which mean nothing here; write it with *, ? and **`);
  }
  if (/(?:^|\/)\.\.(?:\/|$)/.test(value)) {
    throw complaint(item.at, `the glob ${quoted(value)} leads out of the folder of this file; put it into a file further up`);
  }
  return { value, at: item.at };
}

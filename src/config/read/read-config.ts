import { formatNames } from '../../format-names.ts';
import { complaint, didYouMean, quoted } from './complaint.ts';
import type { Sourced } from './place.ts';
import { builtInNames, readResource } from './read-resource.ts';
import { readYaml } from './read-yaml.ts';
import type { Override, RuleSetting, Settings } from '../settings.ts';
import type { Entry, Value } from './value.ts';
import { goVersionText, listOf, oneWordOf, onOrOff, tableOf, textOf } from './value-reader.ts';

/** What one configuration file says, checked. */
export interface ConfigFile extends Omit<Settings, 'exclude' | 'exclusionOf' | 'overrides' | 'levelsOf'> {
  /** Globs, relative to the folder of the file. */
  readonly exclude: readonly Sourced<string>[];
  readonly overrides: readonly Omit<Override, 'base'>[];
}

const keys = ['rules', 'overrides', 'exclude', 'go-version', 'strict', 'notes', 'tests', 'fail-on', 'format', 'resources'] as const;
const ruleSettings = ['off', 'note', 'warning', 'error'] as const satisfies readonly RuleSetting[];
const failLevels = ['error', 'warning', 'note', 'never'] as const;

/**
 * Reads a configuration file: data only, nothing in it is run, followed or expanded. `known` are the rule ids that
 * exist without it. Throws a ConfigError for the first thing that makes no sense; `path` is only shown.
 */
export function readConfig(text: string, path: string, known: readonly string[]): ConfigFile {
  const entries = entriesOf(readYaml(text, path));
  const resources = items(entries, 'resources').map((item) => readResource(item, known));
  const ids = [...known, ...resources.map(({ value }) => value.id), ...builtInNames];
  return Object.freeze({
    levels: levelsOf(entry(entries, 'rules'), ids),
    overrides: items(entries, 'overrides').map((item) => overrideOf(item, ids)),
    exclude: items(entries, 'exclude').map((item) => globOf(item, 'exclude')),
    goVersion: optional(entry(entries, 'go-version'), goVersionText),
    strict: optional(entry(entries, 'strict'), (value) => onOrOff(value, '"strict"')),
    notes: optional(entry(entries, 'notes'), (value) => (onOrOff(value, '"notes"') ? 'on' : 'off')),
    tests: optional(entry(entries, 'tests'), (value) => (onOrOff(value, '"tests"') ? 'on' : 'off')),
    failOn: optional(entry(entries, 'fail-on'), (value) => oneWordOf(value, failLevels, '"fail-on"')),
    format: optional(entry(entries, 'format'), (value) => oneWordOf(value, formatNames, '"format"')),
    resources,
  });
}

function entriesOf(root: Value | undefined): readonly Entry[] {
  if (root === undefined) return [];
  const { entries } = tableOf(root, 'the file');
  const unknown = entries.find(({ key }) => !keys.some((each) => each === key));
  if (unknown)
    throw complaint(unknown.at, `the key ${quoted(unknown.key)} is not known; ${didYouMean(unknown.key, keys)}`);
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

const overrideKeys = ['files', 'rules'] as const;

function overrideOf(item: Value, known: readonly string[]): Omit<Override, 'base'> {
  const { entries, at } = tableOf(item, 'an item of "overrides"');
  const unknown = entries.find(({ key }) => !overrideKeys.some((each) => each === key));
  if (unknown)
    throw complaint(
      unknown.at,
      `the key ${quoted(unknown.key)} of an override is not known; ${didYouMean(unknown.key, overrideKeys)}`,
    );
  const [files, rules] = overrideKeys.map((key) => entries.find((each) => each.key === key));
  if (!files || !rules) throw complaint(at, `this override has no "${files ? 'rules' : 'files'}"; it needs files, a list of globs, and rules, their levels there`);
  return {
    files: listOf(files.value, '"files"').items.map((each) => globOf(each, 'files').value),
    levels: levelsOf(rules, known),
  };
}

/** More could not be the name of a file. */
const maxGlob = 1000;

/**
 * Only `*`, `?` and `**` have a meaning: what other tools take for a class, a choice or a negation would silently match
 * nothing.
 */
function globOf(item: Value, key: 'exclude' | 'files'): Sourced<string> {
  const value = textOf(item, `a glob of "${key}"`);
  if (value.length > maxGlob)
    throw complaint(item.at, `this glob is longer than ${maxGlob} characters; write a shorter one`);
  if (/[[\]{}!\\]/.test(value)) {
    throw complaint(
      item.at,
      `the glob ${quoted(value)} has one of [ ] { } ! \\, which mean nothing here; write it with *, ? and **`,
    );
  }
  if (/(?:^|\/)\.\.(?:\/|$)/.test(value)) {
    throw complaint(
      item.at,
      `the glob ${quoted(value)} leads out of the folder of this file; put it into a file further up`,
    );
  }
  return { value, at: item.at };
}

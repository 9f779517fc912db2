import type { FormatName } from './report/formats.ts';
import { formats } from './report/formats.ts';
import type { Level, Rule } from './spec.ts';

/** What the user asked for, checked and complete. */
export interface Options {
  /** Where to look; empty for `./...`. */
  readonly patterns: readonly string[];
  readonly format: FormatName;
  /** The file for the report; undefined for standard output. */
  readonly output: string | undefined;
  /** The rules to run, in the order of the rule list. */
  readonly rules: readonly Rule[];
  /** The level from which findings make the run fail. */
  readonly failOn: Level | 'never';
  /** The Go version to assume instead of what go.mod says: `1.22`. */
  readonly goVersion: string | undefined;
  /** Whether findings of medium confidence are shown too. */
  readonly strict: boolean;
  readonly color: 'auto' | 'always' | 'never';
  /** Whether to mend what can be mended for certain, or to show how. */
  readonly fix: 'off' | 'write' | 'diff';
}

/** Flags as the command line gives them, not yet checked: one that is repeated comes as a list. */
export interface Flags {
  readonly patterns: readonly string[];
  readonly format: unknown;
  readonly output: unknown;
  readonly rule: readonly string[];
  readonly failOn: unknown;
  readonly goVersion: unknown;
  readonly strict: boolean;
  readonly color: unknown;
  readonly fix: boolean;
  readonly diff: boolean;
}

const levels = ['error', 'warning', 'note', 'never'] as const;
const colors = ['auto', 'always', 'never'] as const;
const formatNames: readonly FormatName[] = ['text', 'json', 'sarif'];

/** A complaint about a flag: one sentence that names the value and the remedy. */
export class OptionsError extends Error {}

/** Checks the flags. Throws an OptionsError for the first one that makes no sense. */
export function parseOptions(flags: Flags, allRules: readonly Rule[]): Options {
  return Object.freeze({
    patterns: flags.patterns,
    format: oneOf('--format', flags.format, formatNames),
    output: fileName('--output', flags.output),
    rules: chosen(flags.rule, allRules),
    failOn: oneOf('--fail-on', flags.failOn, levels),
    goVersion: goVersion(flags.goVersion),
    strict: flags.strict,
    color: oneOf('--color', flags.color, colors),
    fix: fixMode(flags),
  });
}

/** The names of all formats, for the help text. */
export const allFormats: readonly string[] = Object.keys(formats);

function oneOf<T extends string>(flag: string, value: unknown, allowed: readonly T[]): T {
  const text = single(flag, value);
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new OptionsError(`${flag} ${quoted(text ?? '')} is not known; use one of ${allowed.join(', ')}.`);
  return found;
}

function fixMode({ fix, diff }: Flags): Options['fix'] {
  if (fix && diff) throw new OptionsError('--fix writes and --diff only shows; give one of them.');
  if (fix) return 'write';
  return diff ? 'diff' : 'off';
}

function fileName(flag: string, value: unknown): string | undefined {
  const text = single(flag, value);
  if (text === '') throw new OptionsError(`${flag} needs a file name after it.`);
  return text;
}

function single(flag: string, value: unknown): string | undefined {
  if (Array.isArray(value)) throw new OptionsError(`${flag} is given ${value.length} times; give it once.`);
  return value === undefined ? undefined : String(value);
}

function chosen(ids: readonly string[], allRules: readonly Rule[]): readonly Rule[] {
  const unknown = ids.find((id) => !allRules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new OptionsError(unknownRule(unknown, allRules));
  return ids.length === 0 ? allRules : allRules.filter((rule) => ids.includes(rule.id));
}

/** The sentence for a rule id that does not exist. */
export function unknownRule(id: string, allRules: readonly Rule[]): string {
  return `There is no rule ${quoted(id)}; the rules are ${allRules.map((rule) => rule.id).join(', ')}.`;
}

function goVersion(value: unknown): string | undefined {
  const text = single('--go-version', value);
  const bare = text?.replace(/^go/, '');
  if (bare !== undefined && !/^1\.\d{1,3}(?:\.\d{1,3}|(?:rc|beta)\d{1,2})?$/.test(bare)) {
    throw new OptionsError(`--go-version ${quoted(text ?? '')} is no Go version; write it as in go.mod, such as 1.22 or 1.23.4.`);
  }
  return bare;
}

function quoted(value: string): string {
  return JSON.stringify(value);
}

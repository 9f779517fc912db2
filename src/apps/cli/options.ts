import { normalize } from 'node:path';
import type { Flags } from './flags.ts';
import type { FormatName } from '../../report/formats.ts';
import { formatNames } from '../../report/formats.ts';
import type { RunOptions } from '../../run-options.ts';
import type { Rule } from '../../spec.ts';

/** What the user asked for, checked and complete. */
export interface Options extends RunOptions {
  /** The reports to write; at most one to standard output, no two to one file. */
  readonly reports: readonly ReportTarget[];
  /** Whether nothing but findings and errors is said. */
  readonly quiet: boolean;
  readonly color: 'auto' | 'always' | 'never';
  /** Only findings that are new since this revision; undefined for all. */
  readonly newFromRev: string | undefined;
  /** The file of the findings that are known; undefined for none. */
  readonly baseline: string | undefined;
  /** Whether that file is written: without what is gone, or also with what is new. */
  readonly writeBaseline: 'no' | 'shrink' | 'grow';
  /** The category of the SARIF log on GitHub, where it has one. */
  readonly category: string | undefined;
  /** Where results are kept for later runs. */
  readonly cache: 'off' | 'default' | { readonly folder: string };
}

/** One report: its format, and its file, or undefined for standard output. */
export interface ReportTarget {
  readonly format: FormatName;
  readonly file: string | undefined;
}

/** What `--fail-on` takes. */
export const levels = ['error', 'warning', 'note', 'never'] as const;
/** What `--color` takes. */
export const colors = ['auto', 'always', 'never'] as const;

/** A complaint about a flag: one sentence that names the value and the remedy. */
export class OptionsError extends Error {}

/** Checks the flags. Throws an OptionsError for the first one that makes no sense. */
export function parseOptions(flags: Flags, patterns: readonly string[], allRules: readonly Rule[]): Options {
  const reports = reportTargets(list(flags.format), single('--output', flags.output));
  return Object.freeze({
    patterns,
    reports,
    // A text report shows none.
    carriesFixes: reports.some(({ format }) => format === 'json' || format === 'sarif'),
    only: chosen(list(flags.rule), allRules),
    failOn: oneOf('--fail-on', flags['fail-on'] ?? 'warning', levels),
    goVersion: goVersion(flags['go-version']),
    strict: flags.strict === undefined ? undefined : flags.strict === true,
    quiet: flags.quiet === true,
    color: oneOf('--color', flags.color ?? 'auto', colors),
    newFromRev: revision(flags['new-from-rev']),
    baseline: baselineFile(flags.baseline),
    writeBaseline: baselineWriting(flags),
    category: category(flags.category),
    cache: cacheChoice(flags.cache),
    threads: threadCount(flags.threads),
    prefilter: flags.prefilter !== false,
    fix: fixMode(flags),
  });
}

function list(value: unknown): readonly string[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value.map(String) : [String(value)];
}

function oneOf<T extends string>(flag: string, value: unknown, allowed: readonly T[]): T {
  const text = single(flag, value);
  const found = allowed.find((each) => each === text);
  if (found === undefined) throw new OptionsError(`${flag} ${quoted(text ?? '')} is not known; use one of ${allowed.join(', ')}.`);
  return found;
}

/** Each `--format` is a name, or a name and a file: `sarif=leaks.sarif`. None is text. `--output` is the file of an only one without. */
function reportTargets(formats: readonly string[], file: string | undefined): readonly ReportTarget[] {
  const targets = (formats.length === 0 ? ['text'] : formats).map(reportTarget);
  if (file === '') throw new OptionsError('--output needs a file name after it.');
  const [only, ...more] = targets;
  if (file !== undefined && only && more.length === 0 && only.file === undefined) return [{ ...only, file }];
  if (file !== undefined) {
    throw new OptionsError(`--output ${quoted(file)} goes with a single --format without a file; write the others as --format sarif=FILE.`);
  }
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    const remedy = 'only one report can go to standard output, write the others as --format sarif=FILE';
    throw new OptionsError(`--format is given more than once without a file; ${remedy}.`);
  }
  const files = targets.flatMap(({ file: named }) => (named === undefined ? [] : [named]));
  const twice = files.find((named, index) => files.findIndex((other) => normalize(other) === normalize(named)) !== index);
  if (twice !== undefined) throw new OptionsError(`--format names the file ${quoted(twice)} twice; give each report a file of its own.`);
  return targets;
}

function reportTarget(value: string): ReportTarget {
  const cut = value.indexOf('=');
  const format = oneOf('--format', cut === -1 ? value : value.slice(0, cut), formatNames);
  const file = cut === -1 ? undefined : value.slice(cut + 1);
  if (file === '') throw new OptionsError(`--format ${quoted(value)} needs a file name behind the "=".`);
  return { format, file };
}

/** A finding that is old is not the business of this run, and mending looks at one package at a time: what is old shows only in the end. */
function fixMode(flags: Flags): Options['fix'] {
  const [fix, diff] = [flags.fix === true, flags.diff === true];
  if (fix && diff) throw new OptionsError('--fix writes and --diff only shows; give one of them.');
  const other = (['baseline', 'new-from-rev'] as const).find((name) => flags[name] !== undefined);
  if ((fix || diff) && other !== undefined)
    throw new OptionsError(`--${fix ? 'fix' : 'diff'} is about all findings and --${other} leaves some out; give one of them.`);
  if (fix) return 'write';
  return diff ? 'diff' : 'off';
}

function revision(value: unknown): string | undefined {
  const text = single('--new-from-rev', value);
  if (text !== undefined && /^$|^-/.test(text))
    throw new OptionsError(`--new-from-rev ${quoted(text)} is no revision; write a branch, a tag or a commit, such as origin/main.`);
  return text;
}

function baselineFile(value: unknown): string | undefined {
  const text = single('--baseline', value);
  if (text === '') throw new OptionsError('--baseline needs a file name after it.');
  return text;
}

function baselineWriting(flags: Flags): Options['writeBaseline'] {
  const grows = flags['grow-baseline'] === true;
  if (!grows && flags['write-baseline'] !== true) return 'no';
  if (flags.baseline === undefined)
    throw new OptionsError(`--${grows ? 'grow' : 'write'}-baseline needs the name of the file: --baseline FILE.`);
  return grows ? 'grow' : 'shrink';
}

function cacheChoice(value: unknown): Options['cache'] {
  const folder = single('--cache', value);
  if (folder === '') throw new OptionsError('--cache needs the name of a folder after it, or off.');
  if (folder === undefined) return 'default';
  return folder === 'off' ? 'off' : { folder };
}

/** GitHub reads what is in front of the last slash as the category, and what is behind it as the id of one run. */
function category(value: unknown): string | undefined {
  const text = single('--category', value)?.replace(/\/+$/, '');
  if (text === '') throw new OptionsError('--category needs a name after it, such as golint-leaks.');
  return text;
}

function single(flag: string, value: unknown): string | undefined {
  if (Array.isArray(value)) throw new OptionsError(`${flag} is given ${value.length} times; give it once.`);
  return value === undefined ? undefined : String(value);
}

function chosen(ids: readonly string[], allRules: readonly Rule[]): readonly string[] {
  const unknown = ids.find((id) => !allRules.some((rule) => rule.id === id));
  if (unknown !== undefined) throw new OptionsError(unknownRule(unknown, allRules));
  return ids;
}

/** The sentence for a rule id that does not exist. */
export function unknownRule(id: string, allRules: readonly Rule[]): string {
  return `There is no rule ${quoted(id)}; the rules are ${allRules.map((rule) => rule.id).join(', ')}.`;
}

/** More would only wait for each other. */
const mostThreads = 64;

function threadCount(value: unknown): number | undefined {
  const text = single('--threads', value);
  if (text === undefined) return undefined;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostThreads) throw new OptionsError(`--threads ${quoted(text)} is no number from 1 to ${mostThreads}.`);
  return count;
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

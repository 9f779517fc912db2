import { normalize } from 'node:path';
import { formatNames } from '../../../format-names.ts';
import { carriesFixes } from '../../../report/formats.ts';
import type { FormatName } from '../../../format-names.ts';
import type { Shard } from '../../../discover/shard.ts';
import type { RunOptions } from '../../../run-options.ts';
import type { Rule } from '../../../engines/kinds.ts';
import type { FlagValues } from './flag-values.ts';
import type { AnalysisFlag } from './flags.ts';
import { colors, levels } from './flags.ts';
import { oneOf } from './one-of.ts';
import { chosenIds, ignoredIds } from './rule-selectors.ts';
import { quoted, UsageError } from './usage-error.ts';
import type { WhyQuestion } from './why-question.ts';
import { whyQuestion } from './why-question.ts';

/** What the user asked for, checked and complete. */
export interface Options extends RunOptions {
  /** The reports to write; at most one to standard output, no two to one file. */
  readonly reports: readonly ReportTarget[];
  /** Whether nothing but findings and errors is said. */
  readonly quiet: boolean;
  /** Whether it is said where settings come from. */
  readonly verbose: boolean;
  /** Whether the files are listed, and nothing is analysed. */
  readonly listFiles: boolean;
  /** The part of the folders that is looked at; undefined for all. */
  readonly shard: Shard | undefined;
  /** The line that is asked about; undefined for an ordinary run. */
  readonly why: WhyQuestion | undefined;
  /** Whether it is looked again whenever a file has changed. */
  readonly watch: boolean;
  /** Whether what is staged is looked at, as it is in the index. */
  readonly staged: boolean;
  /** The file whose text comes from standard input; undefined where none does. */
  readonly stdinFilename: string | undefined;
  /** Whether counts by rule take the place of the report on standard output. */
  readonly statistics: boolean;
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

/** The flags of the analysis, as given. */
export type AnalysisFlags = FlagValues<AnalysisFlag>;

/**
 * Checks the flags; `format` is the form of the report where none is given. Throws a UsageError for the first one that
 * makes no sense.
 */
export function parseOptions(
  flags: AnalysisFlags, patterns: readonly string[], allRules: readonly Rule[], format: FormatName = 'text',
): Options {
  const reports = reportTargets(flags.list('format'), flags.text('output'), format);
  const ignored = ignoredIds(flags.list('ignore'), allRules);
  return Object.freeze({
    patterns,
    reports,
    carriesFixes: reports.some(({ format }) => carriesFixes(format)),
    only: chosenIds({ exact: flags.list('rule'), selectors: flags.list('select'), ignored }, allRules),
    ignored,
    config: configChoice(flags),
    failOn: failLevel(flags.text('fail-on')),
    goVersion: goVersion(flags.text('go-version')),
    strict: flags.isOn('strict'),
    notes: notesChoice(flags),
    quiet: flags.isOn('quiet') ?? false,
    verbose: flags.isOn('verbose') ?? false,
    listFiles: flags.isOn('list-files') ?? false,
    shard: shard(flags.text('shard')),
    why: whyQuestion(flags.text('why'), allRules),
    ...viewFlags(flags, patterns),
    watch: watchFlag(flags),
    statistics: statistics(flags, reports),
    timings: flags.isOn('timings') ?? false,
    color: flags.isOn('no-color') ? 'never' : oneOf('--color', flags.text('color') ?? 'auto', colors),
    newFromRev: revision(flags.text('new-from-rev')),
    baseline: flags.text('baseline'),
    writeBaseline: baselineWriting(flags),
    category: category(flags.text('category')),
    cache: cacheChoice(flags),
    threads: threadCount(flags.text('threads')),
    isUnit: false,
    prefilter: flags.isOn('no-prefilter') !== true,
    fix: fixMode(flags),
    mendOnly: undefined,
  });
}

/** `2/8`: the second of eight parts. */
function shard(text: string | undefined): Shard | undefined {
  if (text === undefined) return undefined;
  const [, part, of] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text)?.map(Number) ?? [];
  if (part === undefined || of === undefined || part > of)
    throw new UsageError(`--shard ${quoted(text)} is no part of a whole; write K/N with K from 1 to N, such as 1/8.`);
  return { part, of };
}

/** Watching is for reading: what writes files would set off the next round. */
function watchFlag(flags: AnalysisFlags): boolean {
  const isOn = flags.isOn('watch') ?? false;
  const other = (['fix', 'write-baseline', 'grow-baseline', 'staged'] as const).find((name) => flags.isOn(name))
    ?? (flags.text('stdin-filename') === undefined ? undefined : 'stdin-filename');
  if (isOn && other !== undefined)
    throw new UsageError(`--watch looks at files again and again and --${other} once; give one of them.`);
  return isOn;
}

/** What is read instead of the disk: nothing on the disk is then mended, and no folder searched for it. */
function viewFlags(flags: AnalysisFlags, patterns: readonly string[]): Pick<Options, 'staged' | 'stdinFilename'> {
  const [staged, stdinFilename] = [flags.isOn('staged') ?? false, flags.text('stdin-filename')];
  const view = staged ? '--staged' : '--stdin-filename';
  if (staged && stdinFilename !== undefined)
    throw new UsageError('--staged reads the index of git and --stdin-filename standard input; give one of them.');
  if ((staged || stdinFilename !== undefined) && flags.isOn('fix'))
    throw new UsageError(`--fix writes files and ${view} does not read them from the disk; leave one of them out.`);
  const [first] = patterns;
  if (stdinFilename !== undefined && first !== undefined)
    throw new UsageError(
      `--stdin-filename ${quoted(stdinFilename)} names what is looked at; leave ${quoted(first)} out.`,
    );
  if (stdinFilename !== undefined && !stdinFilename.endsWith('.go'))
    throw new UsageError(
      `--stdin-filename ${quoted(stdinFilename)} is no Go file; write a name that ends in .go, such as x.go.`,
    );
  return { staged, stdinFilename };
}

/** Counts take the place of the text on standard output; other reports are for programs that want what they know. */
function statistics(flags: AnalysisFlags, reports: readonly ReportTarget[]): boolean {
  const shown = reports.find(({ file }) => file === undefined)?.format;
  const isOn = flags.isOn('statistics') ?? false;
  if (isOn && shown !== 'text' && shown !== 'concise') {
    const remedy = `write other reports into files, such as --format ${shown ?? 'json'}=FILE --format text`;
    throw new UsageError(`--statistics takes the place of a text report; ${remedy}.`);
  }
  return isOn;
}

/** Which configuration files speak. Throws a UsageError. */
export function configChoice(flags: FlagValues<'config' | 'no-config'>): RunOptions['config'] {
  const file = flags.text('config');
  const isOff = flags.isOn('no-config') === true;
  if (file !== undefined && isOff)
    throw new UsageError(
      `--no-config reads no configuration file and --config ${quoted(file)} reads one; give one of them.`,
    );
  return isOff ? 'none' : file === undefined ? 'nearest' : { file };
}

/** Who lets a run fail for notes wants to see them. */
function notesChoice(flags: AnalysisFlags): boolean | undefined {
  const notes = flags.isOn('notes');
  if (flags.text('fail-on') !== 'note') return notes;
  if (notes === false)
    throw new UsageError('--fail-on note fails for notes and --no-notes shows none; give one of them.');
  return true;
}

/**
 * Each `--format` is a name, or a name and a file: `sarif=leaks.sarif`. None is text. `--output` is the file of an only
 * one without.
 */
function reportTargets(
  formats: readonly string[],
  file: string | undefined,
  usual: FormatName,
): readonly ReportTarget[] {
  const targets = (formats.length === 0 ? [usual] : formats).map(reportTarget);
  const [only, ...more] = targets;
  if (file !== undefined && only && more.length === 0 && only.file === undefined) {
    if (only.format === 'text' && formats.length === 0) checkEnding(file);
    return [{ ...only, file }];
  }
  if (file !== undefined) {
    throw new UsageError(
      `--output ${quoted(file)} goes with a single --format without a file; write the others as --format sarif=FILE.`,
    );
  }
  if (targets.filter(({ file }) => file === undefined).length > 1) {
    const remedy = 'only one report can go to standard output, write the others as --format sarif=FILE';
    throw new UsageError(`--format is given more than once without a file; ${remedy}.`);
  }
  const files = targets.flatMap(({ file: named }) => (named === undefined ? [] : [named]));
  const twice = files.find(
    (named, index) => files.findIndex((other) => normalize(other) === normalize(named)) !== index,
  );
  if (twice !== undefined)
    throw new UsageError(`--format names the file ${quoted(twice)} twice; give each report a file of its own.`);
  return targets;
}

/** The ending of a file that is never meant to hold text for people, and the format that it is for. */
const endings: Readonly<Record<string, FormatName>> = { sarif: 'sarif', json: 'json', xml: 'checkstyle' };

/** A text report in a file called `leaks.sarif` is a slip: an upload would fail on it. */
function checkEnding(file: string): void {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const format = Object.hasOwn(endings, ending) ? endings[ending] : undefined;
  if (format !== undefined) {
    const remedy = `write --format ${format} --output ${file}, or --format text where text is meant`;
    throw new UsageError(`--output ${quoted(file)} would hold a text report; ${remedy}.`);
  }
}

function reportTarget(value: string): ReportTarget {
  const cut = value.indexOf('=');
  const format = oneOf('--format', cut === -1 ? value : value.slice(0, cut), formatNames);
  const file = cut === -1 ? undefined : value.slice(cut + 1);
  if (file === '') throw new UsageError(`--format ${quoted(value)} needs a file name behind the "=".`);
  return { format, file };
}

function fixMode(flags: AnalysisFlags): Options['fix'] {
  const [fix, diff] = [flags.isOn('fix') === true, flags.isOn('diff') === true];
  if (fix && diff) throw new UsageError('--fix writes and --diff only shows; give one of them.');
  if (fix) return 'write';
  return diff ? 'diff' : 'off';
}

function failLevel(text: string | undefined): Options['failOn'] {
  return text === undefined ? undefined : oneOf('--fail-on', text, levels);
}

function revision(text: string | undefined): string | undefined {
  if (text?.startsWith('-'))
    throw new UsageError(
      `--new-from-rev ${quoted(text)} is no revision; write a branch, a tag or a commit, such as origin/main.`,
    );
  return text;
}

function baselineWriting(flags: AnalysisFlags): Options['writeBaseline'] {
  const grows = flags.isOn('grow-baseline') === true;
  if (!grows && flags.isOn('write-baseline') !== true) return 'no';
  if (flags.text('baseline') === undefined)
    throw new UsageError(`--${grows ? 'grow' : 'write'}-baseline needs the name of the file: --baseline FILE.`);
  return grows ? 'grow' : 'shrink';
}

function cacheChoice(flags: AnalysisFlags): Options['cache'] {
  const folder = flags.text('cache');
  if (flags.isOn('no-cache')) return 'off';
  if (folder === undefined) return 'default';
  return folder === 'off' ? 'off' : { folder };
}

/** GitHub reads what is in front of the last slash as the category, and what is behind it as the id of one run. */
function category(given: string | undefined): string | undefined {
  const text = given?.replace(/\/+$/, '');
  if (text === '')
    throw new UsageError(`--category ${quoted(given ?? '')} holds no name; write one, such as golint-leaks.`);
  return text;
}

/** More would only wait for each other. */
const mostThreads = 64;

function threadCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const count = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (count < 1 || count > mostThreads)
    throw new UsageError(`--threads ${quoted(text)} is no number from 1 to ${mostThreads}.`);
  return count;
}

function goVersion(text: string | undefined): string | undefined {
  const bare = text?.replace(/^go/, '');
  if (bare !== undefined && !/^1\.\d{1,3}(?:\.\d{1,3}|(?:rc|beta)\d{1,2})?$/.test(bare)) {
    throw new UsageError(
      `--go-version ${quoted(text ?? '')} is no Go version; write it as in go.mod, such as 1.22 or 1.23.4.`,
    );
  }
  return bare;
}

#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import yargs from 'yargs';
import { rules } from '../rules/index.ts';
import { assetPath } from './assets.ts';
import { closingLine } from './closing-line.ts';
import { configFileName } from './config/find-config-files.ts';
import { settingsFinder } from './config/settings-finder.ts';
import { linkedPaths } from './discover/linked-paths.ts';
import { realPath } from './discover/real-path.ts';
import { repositoryRoot } from './discover/root.ts';
import { exitCode } from './exit-code.ts';
import { withoutOld } from './old-findings.ts';
import type { Options } from './options.ts';
import { colors, levels, OptionsError, parseOptions, unknownRule } from './options.ts';
import type { Progress } from './progress.ts';
import { formatNames, loadReporter } from './report/formats.ts';
import type { ReportMeta } from './report/meta.ts';
import { ruleInfo } from './rule-info.ts';
import { rulePage } from './rule-page.ts';
import type { Outcome } from './run.ts';
import { run } from './run.ts';
import type { Rule } from './spec.ts';
import { visible } from './visible.ts';

/** The exit code of bad usage and of our own failures. */
const FAILURE = 2;

/** A reader that stops reading, such as `head`, is no error: the run goes on to its end and its exit code. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const cwd = workingDirectory();
const settings = settingsFinder(rules.map(({ id }) => id), cwd);

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  if (!(error instanceof OptionsError) && error instanceof Error && process.env['GOLINT_LEAKS_DEBUG']) console.error(error.stack);
  return FAILURE;
});

/** Another program may have removed it. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    complain('the working directory is gone; go to one that exists.');
    process.exit(FAILURE);
  }
}

async function main(args: readonly string[]): Promise<number> {
  if (args[0] === '--complete') return completions(args.slice(1));
  let code = 0;
  await commandLine(args, (next) => {
    code = next;
  }).parseAsync();
  return code;
}

function commandLine(args: readonly string[], finish: (code: number) => void) {
  return yargs([...args])
    .scriptName('golint-leaks')
    .usage('$0 [patterns..]\n\nFinds leaks of memory, goroutines and resources in Go source, without building it.')
    .command(
      '$0 [patterns..]',
      'analyse packages: ./..., dir, dir/..., file.go, globs (default: ./...)',
      (command) => command
        .positional('patterns', { type: 'string', array: true, default: [], describe: 'where to look' })
        .option('format', { type: 'string', array: true, nargs: 1, default: [], describe: `form of the report: ${formatNames.join(', ')} (text); FORMAT=FILE writes it to a file; may be repeated` })
        .option('output', { type: 'string', requiresArg: true, describe: 'write the report to this file, not to standard output' })
        .option('rule', { type: 'string', array: true, nargs: 1, default: [], describe: 'run only this rule (may be repeated)' })
        .option('fail-on', { type: 'string', default: 'warning', requiresArg: true, describe: 'exit 1 for findings from this level on: error, warning, note, never' })
        .option('go-version', { type: 'string', requiresArg: true, describe: 'assume this Go version, not the one of go.mod' })
        .option('strict', { type: 'boolean', describe: 'also show findings of medium confidence' })
        .option('quiet', { type: 'boolean', default: false, describe: 'say nothing but findings and errors' })
        .option('color', { type: 'string', default: 'auto', requiresArg: true, describe: 'colours in text: auto, always, never' })
        .option('new-from-rev', { type: 'string', requiresArg: true, describe: 'only findings on what changed since this revision (asks git)' })
        .option('baseline', { type: 'string', requiresArg: true, describe: 'leave out the findings that this file lists' })
        .option('write-baseline', { type: 'boolean', default: false, describe: 'make that file, or take out of it what is gone' })
        .option('grow-baseline', { type: 'boolean', default: false, describe: 'also put new findings into it' })
        .option('category', { type: 'string', requiresArg: true, describe: 'category of the SARIF log, to tell several uploads for one commit apart' })
        .example('$0 ./...', 'everything below the working directory')
        .example('$0 --format text --format sarif=leaks.sarif ./...', 'for people, and for GitHub code scanning'),
      async (flags) => {
        // What stands behind `--` is a pattern, whatever it looks like.
        const patterns = [...flags.patterns, ...flags._.map(String)];
        finish(await analyseCommand(parseOptions({ ...flags, patterns }, await rulesFor(flags.rule))));
      },
    )
    .command('rules', 'list the rules', {}, async () => printLines((await allRules()).map((rule) => `${rule.id}  ${rule.summary}`).join('\n')))
    .command(
      'explain <rule>',
      'print the page of a rule',
      (command) => command.positional('rule', { type: 'string', demandOption: true, describe: 'its id' }),
      async ({ rule }) => print(await explanation(rule)),
    )
    .command(
      'config [path]',
      'print what is in force for a file or folder, and where it comes from',
      (command) => command.positional('path', { type: 'string', default: '.', describe: 'the file or folder' }),
      async ({ path }) => printLines(await (await import('./config/in-force.ts')).inForce(path, cwd, settings, rules.map(({ id }) => id))),
    )
    .command('init', `write a commented ${configFileName} into the working directory`, {}, async () => printLines((await import('./config/initialise.ts')).initialise(cwd, rules)))
    .command('completion', 'print a completion script for bash', {}, async () => print((await import('./complete.ts')).bashCompletion))
    .epilogue('Exit code 0: nothing found; 1: findings from --fail-on on; 2: bad usage or an error.\nA folder named like a command is written ./rules.')
    .version(version())
    .strict()
    .recommendCommands()
    .parserConfiguration({ 'parse-numbers': false, 'parse-positional-numbers': false, 'greedy-arrays': false })
    .help()
    .alias('help', 'h')
    .exitProcess(false)
    .fail((message: string, error: Error | undefined) => {
      throw error ?? new OptionsError(`${message}; see golint-leaks --help.`);
    });
}

async function analyseCommand(options: Options): Promise<number> {
  const progress = await progressOf(options);
  const all = await run(options, { rules, settings, cwd, progress: progress.tell }).finally(progress.clear);
  const outcome = await withoutOld(all, options, { cwd, env: process.env, rules });
  for (const { severity, message } of outcome.complaints) if (severity === 'error' || !options.quiet) complain(`${severity}: ${message}`);
  if (!options.quiet) for (const notice of outcome.notices) complain(notice);
  if (options.reports.some(({ format }) => format === 'sarif')) await tellLimits(outcome);
  const meta = await reportMeta(options, outcome);
  for (const { format, file } of options.reports) {
    const text = (await loadReporter(format))(outcome.findings, { ...meta, ...(await dress(options, file)) });
    if (file === undefined) print(text);
    else (await import('./write-report.ts')).writeReport(resolve(cwd, file), file, text);
  }
  if (!options.quiet) complain(closingLine(outcome, options.patterns.length > 0));
  return exitCode(outcome, options);
}

async function reportMeta(options: Options, outcome: Outcome): Promise<Omit<ReportMeta, keyof Dress>> {
  return {
    version: version(),
    rules: await Promise.all(outcome.rules.map(async (rule) => ruleInfo(rule, await pageOf(rule), rules.includes(rule)))),
    root: repositoryRoot(cwd, firstFile(outcome)),
    cwd,
    realPaths: linkedPaths(filesNamed(outcome), cwd),
    category: options.category,
    unread: outcome.unread,
    notices: [...outcome.complaints.map(({ message }) => message), ...outcome.notices],
    suppressed: outcome.suppressed,
    executionSuccessful: true,
  };
}

/** What a SARIF log leaves out is said even where nothing else is. */
async function tellLimits({ findings }: Outcome): Promise<void> {
  const { limitFindings } = await import('./report/sarif-limits.ts');
  for (const notice of limitFindings(findings).notices) complain(notice);
}

/** In a container the command often runs from outside of the repository that it is given. */
function firstFile({ looked }: Outcome): string | undefined {
  const [path] = looked[0]?.files ?? [];
  return path === undefined ? undefined : realPath(path, cwd);
}

/** Each file that a report may name. */
function filesNamed({ findings, unread }: Outcome): readonly string[] {
  const places = findings.flatMap(({ location, steps }) => [location, ...steps.map((step) => step.location)]);
  return [...places, ...unread].map(({ path }) => path);
}

/** Where nobody watches there is no line to draw. */
async function progressOf({ quiet }: Options): Promise<Progress> {
  if (quiet || !process.stderr.isTTY || process.env['CI']) return { tell: () => {}, clear: () => {} };
  const { progressLine } = await import('./progress.ts');
  return progressLine((text) => process.stderr.write(text), () => performance.now());
}

type Dress = Pick<ReportMeta, 'color' | 'links'>;

/** What a terminal may be shown beside plain text; standard output where there is no file. */
async function dress(options: Options, file: string | undefined): Promise<Dress> {
  const color = useColor(options, file);
  return { color, links: color && (await import('./supports-hyperlinks.ts')).supportsHyperlinks(process.env, file === undefined && process.stdout.isTTY) };
}

/** https://no-color.org and https://force-color.org, as most tools read them; a flag wins. */
function useColor({ color }: Options, file: string | undefined): boolean {
  if (color !== 'auto') return color === 'always';
  if (process.env['NO_COLOR']) return false;
  if (process.env['FORCE_COLOR']) return process.env['FORCE_COLOR'] !== '0';
  return file === undefined && process.stdout.isTTY;
}

/** The rules that a flag may name: configuration is read only where one is not built in. */
function rulesFor(ids: readonly string[]): readonly Rule[] | Promise<readonly Rule[]> {
  return ids.every((id) => rules.some((rule) => rule.id === id)) ? rules : allRules();
}

/** The built-in rules and those of the configuration of the working directory. */
async function allRules(): Promise<readonly Rule[]> {
  const { resources } = await settings(cwd);
  return [...rules, ...resources.map(({ value }) => value)];
}

async function explanation(id: string): Promise<string> {
  if (rules.some((rule) => rule.id === id)) return rulePage(id);
  const known = await allRules();
  const rule = known.find((each) => each.id === id);
  if (!rule) throw new OptionsError(unknownRule(id, known));
  return pageOf(rule);
}

/** Rules of the user's own have a page that is made from what they say. */
async function pageOf(rule: Rule): Promise<string> {
  if (rules.includes(rule) || rule.engine !== 'obligation') return rulePage(rule.id);
  return (await import('./config/resource-page.ts')).resourcePage(rule);
}

/** What the shell may offer for the last of these words, one to a line. */
async function completions(words: readonly string[]): Promise<number> {
  const { complete } = await import('./complete.ts');
  const help = await commandLine([], () => {}).getHelp();
  const named = (pattern: RegExp): readonly string[] => [...help.matchAll(pattern)].map(([, name = '']) => name);
  // What the shell completes must not depend on a configuration that makes sense.
  const ids = (await allRules().catch(() => rules)).map(({ id }) => id);
  const found = complete(words, {
    commands: named(/^ +golint-leaks ([a-z]+)/gm),
    flags: named(/^ +(?:-\w, )?(--[a-z-]+)/gm),
    values: { '--format': formatNames, '--rule': ids, explain: ids, '--fail-on': levels, '--color': colors },
  });
  print(found.map((word) => `${word}\n`).join(''));
  return 0;
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(assetPath('package.json'), 'utf8'));
  const found = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof found === 'string' ? found : '0.0.0';
}

function print(text: string): void {
  process.stdout.write(text);
}

/** Lines that may hold names of files, made safe for a terminal. */
function printLines(text: string): void {
  print(text.split('\n').map((line) => `${visible(line)}\n`).join(''));
}

/** Everything that is no report goes to standard error, one line each. */
function complain(sentence: string): void {
  process.stderr.write(`golint-leaks: ${visible(sentence)}\n`);
}

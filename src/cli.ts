#!/usr/bin/env node
import { readFileSync, writeFileSync } from 'node:fs';
import yargs from 'yargs';
import { rules } from '../rules/index.ts';
import { assetPath } from './assets.ts';
import { closingLine } from './closing-line.ts';
import { repositoryRoot } from './discover/root.ts';
import { exitCode } from './exit-code.ts';
import type { Options } from './options.ts';
import { allFormats, OptionsError, parseOptions, unknownRule } from './options.ts';
import { formats } from './report/formats.ts';
import type { ReportMeta } from './report/meta.ts';
import { visible } from './visible.ts';
import { ruleInfo } from './rule-info.ts';
import { rulePage } from './rule-page.ts';
import type { Outcome } from './run.ts';
import { run } from './run.ts';

/** The exit code of bad usage and of our own failures. */
const FAILURE = 2;

/** A reader that stops reading, such as `head`, is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  complain(error instanceof Error ? error.message : String(error));
  if (!(error instanceof OptionsError) && error instanceof Error && process.env['GOLINT_LEAKS_DEBUG']) console.error(error.stack);
  return FAILURE;
});

async function main(args: readonly string[]): Promise<number> {
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
        .option('format', { type: 'string', default: 'text', requiresArg: true, describe: `form of the report: ${allFormats.join(', ')}` })
        .option('output', { type: 'string', requiresArg: true, describe: 'write the report to this file, not to standard output' })
        .option('rule', { type: 'string', array: true, nargs: 1, default: [], describe: 'run only this rule (may be repeated)' })
        .option('fail-on', { type: 'string', default: 'warning', requiresArg: true, describe: 'exit 1 for findings from this level on: error, warning, note, never' })
        .option('go-version', { type: 'string', requiresArg: true, describe: 'assume this Go version, not the one of go.mod' })
        .option('strict', { type: 'boolean', default: false, describe: 'also show findings of medium confidence' })
        .option('color', { type: 'string', default: 'auto', requiresArg: true, describe: 'colours in text: auto, always, never' })
        .option('fix', { type: 'boolean', default: false, describe: 'mend what can be mended for certain, and report the rest' })
        .option('diff', { type: 'boolean', default: false, describe: 'show what --fix would change, and change nothing' })
        .example('$0 ./...', 'everything below the working directory')
        .example('$0 --format sarif --output leaks.sarif ./...', 'for GitHub code scanning'),
      async (flags) => finish(await analyseCommand(parseOptions(flags, rules))),
    )
    .command('rules', 'list the rules', {}, () => print(rules.map((rule) => `${rule.id}  ${rule.summary}\n`).join('')))
    .command(
      'explain <rule>',
      'print the page of a rule',
      (command) => command.positional('rule', { type: 'string', demandOption: true, describe: 'its id' }),
      ({ rule }) => print(explanation(rule)),
    )
    .epilogue('Exit code 0: nothing found; 1: findings from --fail-on on, or something fixed; 2: bad usage or an error.\nA folder named like a command is written ./rules.')
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
  const cwd = process.cwd();
  const outcome = await run(options, rules.length, cwd);
  for (const { severity, message } of outcome.complaints) complain(`${severity}: ${message}`);
  for (const notice of outcome.notices) complain(notice);
  const report = options.fix === 'diff'
    ? await diffs(outcome, options)
    : formats[options.format](outcome.findings, reportMeta(options, outcome, cwd));
  if (options.output === undefined) print(report);
  else writeFileSync(options.output, report);
  complain(closingLine(outcome, options));
  return exitCode(outcome, options);
}

/** What `--fix` would change: exact, for `git apply`; on a terminal with what could move the cursor made visible. */
async function diffs({ mended }: Outcome, { output }: Options): Promise<string> {
  const { unifiedDiff } = await import('./fix/unified-diff.ts');
  const text = mended.map(({ path, before, after }) => unifiedDiff(path, before, after)).join('');
  if (output !== undefined || !process.stdout.isTTY) return text;
  return text.split('\n').map((line) => visible(line.replace(/\r$/, ''), { keepTabs: true })).join('\n');
}

function reportMeta(options: Options, outcome: Outcome, cwd: string): ReportMeta {
  return {
    version: version(),
    rules: options.rules.map((rule) => ruleInfo(rule, rulePage(rule.id))),
    root: repositoryRoot(cwd),
    cwd,
    unread: outcome.unread,
    notices: [...outcome.complaints.map(({ message }) => message), ...outcome.notices],
    suppressed: outcome.suppressed,
    color: useColor(options),
    executionSuccessful: true,
  };
}

/** https://no-color.org and https://force-color.org, as most tools read them; a flag wins. */
function useColor({ color, output }: Options): boolean {
  if (color !== 'auto') return color === 'always';
  if (process.env['NO_COLOR']) return false;
  if (process.env['FORCE_COLOR']) return process.env['FORCE_COLOR'] !== '0';
  return output === undefined && process.stdout.isTTY;
}

function explanation(id: string): string {
  if (!rules.some((rule) => rule.id === id)) throw new OptionsError(unknownRule(id, rules));
  return rulePage(id);
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(assetPath('package.json'), 'utf8'));
  const found = typeof manifest === 'object' && manifest !== null && 'version' in manifest ? manifest.version : undefined;
  return typeof found === 'string' ? found : '0.0.0';
}

function print(text: string): void {
  process.stdout.write(text);
}

/** Everything that is no report goes to standard error, one line each. */
function complain(sentence: string): void {
  process.stderr.write(`golint-leaks: ${visible(sentence)}\n`);
}

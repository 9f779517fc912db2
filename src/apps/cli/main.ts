import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../../rules/index.ts';
import type { ConfigChoice } from '../../config/settings-finder.ts';
import { settingsFinder } from '../../config/settings-finder.ts';
import { inert, visible } from '../../visible.ts';
import { configChoice } from './arguments/options.ts';
import { UsageError } from './arguments/usage-error.ts';
import { commands } from './commands/command-table.ts';
import { readCommandLine } from './commands/read-command-line.ts';
import { readInput } from './input.ts';
import { output } from './output.ts';
import type { Shell } from './shell.ts';
import { watchFiles } from './watch-files.ts';

/** The exit code of bad usage and of our own failures. */
const FAILURE = 2;

/** More threads than this wait for each other more than they help. */
const MOST_HELPERS = 3;

/**
 * Does what the command line says, sets the exit code, and tells whether it was an analysis: what V8 compiled for another command
 * is too little for later runs. `build` changes with each change of this program.
 */
export async function main(build: string): Promise<boolean> {
  const cwd = workingDirectory();
  if (cwd === undefined) return false;
  const code = await obey(process.argv.slice(2), cwd, build).catch(failed);
  process.exitCode = isLost ? FAILURE : code;
  return isAnalysis;
}

async function obey(args: readonly string[], cwd: string, build: string): Promise<number> {
  if (args[0] === '--complete') {
    const { completions } = await import('./completion/completions.ts');
    const shell = shellIn(cwd, build, 'nearest');
    shell.print(await completions(args.slice(1), commands, shell));
    return 0;
  }
  const { command, given } = readCommandLine(args, commands);
  isAnalysis = command.name === '';
  return (await command.load())(given, shellIn(cwd, build, configChoice(given.flags)), commands);
}

let isAnalysis = false;

/** Whether a part of what was to be printed could not be. */
let isLost = false;

const err = output(2, () => process.stderr, lose);
const out = output(1, () => process.stdout, (code) => {
  if (!isLost) complain(`standard output cannot be written (${code === 'ENOSPC' ? 'no space left' : code}); send it elsewhere, or name a file with --output.`);
  lose();
});

/** Also where a slow reader fails after the end of the run. */
function lose(): void {
  isLost = true;
  process.exitCode = FAILURE;
}

function shellIn(cwd: string, build: string, config: ConfigChoice): Shell {
  return {
    cwd,
    env: process.env,
    platform: process.platform,
    isTerminal: { get out() { return out.isTerminal; }, get err() { return err.isTerminal; } },
    print: out.write,
    complain,
    readInput,
    watchFiles: () => watchFiles(cwd),
    anew: () => shellIn(cwd, build, config),
    isReaderGone: () => out.isGone,
    draw: err.write,
    rules,
    settings: settingsFinder(rules.map(({ id }) => id), cwd, config),
    get helpers() { return Math.min(availableParallelism() - 1, MOST_HELPERS); },
    startHelper: (data) => {
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      return new Worker(join(import.meta.dirname, 'helper.cjs'), { workerData: data });
    },
    user: process.geteuid?.(),
    now: () => Date.now(),
    clock: () => performance.now(),
    build,
  };
}

function complain(sentence: string): void {
  err.write(inert(`golint-leaks: ${visible(sentence)}\n`));
}

function failed(error: unknown): number {
  complain(error instanceof Error ? error.message : String(error));
  const isOurs = error instanceof Error && !(error instanceof UsageError);
  if (isOurs && process.env['GOLINT_LEAKS_DEBUG']) for (const line of error.stack?.split('\n') ?? []) complain(line);
  return FAILURE;
}

/** Undefined where another program has removed it. */
function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    complain('the working directory is gone; go to one that exists.');
    process.exitCode = FAILURE;
    return undefined;
  }
}

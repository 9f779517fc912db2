import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../../rules/index.ts';
import type { ConfigChoice } from '../../config/settings-finder.ts';
import { settingsFinder } from '../../config/settings-finder.ts';
import { inert, visible } from '../../visible.ts';
import { configChoice } from './arguments/options.ts';
import { UsageError } from './arguments/usage-error.ts';
import { commands } from './commands/command-table.ts';
import { withParams } from './arguments/params-file.ts';
import { readCommandLine } from './commands/read-command-line.ts';
import { readInput } from './input.ts';
import { output } from './output.ts';
import type { Shell } from './shell.ts';
import { watchFiles } from './watch-files.ts';

/** The exit code of bad usage and of our own failures. */
const FAILURE = 2;

/** More threads than this wait for each other more than they help. */
const MOST_HELPERS = 3;

/** What a run has from outside: the process that it is in, or who runs it without one. */
export interface Outside {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Shell['env'];
  readonly isTerminal: Shell['isTerminal'];
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly draw: (text: string) => void;
  readonly isReaderGone: () => boolean;
  readonly readInput: () => string;
  /** How many threads may help, and what starts one. */
  readonly helpers: number;
  readonly startHelper: Shell['startHelper'];
  /** Changes with each change of this program. */
  readonly build: string;
}

/** How a run ended. */
export interface Ending {
  readonly code: number;
  /** Whether it was an analysis. */
  readonly isAnalysis: boolean;
}

/**
 * Does what the command line says, sets the exit code, and tells whether it was an analysis: what V8 compiled for
 * another command is too little for later runs. `build` changes with each change of this program.
 */
export async function main(build: string): Promise<boolean> {
  const cwd = workingDirectory();
  if (cwd === undefined) return false;
  const { code, isAnalysis } = await obey(process.argv.slice(2), {
    cwd,
    env: process.env,
    isTerminal: { get out() { return out.isTerminal; }, get err() { return err.isTerminal; } },
    print: out.write,
    draw: err.write,
    isReaderGone: () => out.isGone,
    readInput,
    helpers: Math.min(availableParallelism() - 1, MOST_HELPERS),
    startHelper: (data) => {
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      return new Worker(join(import.meta.dirname, 'helper.cjs'), { workerData: data });
    },
    build,
  });
  process.exitCode = isLost ? FAILURE : code;
  return isAnalysis;
}

/** Does what the words of a command line say. */
export async function obey(args: readonly string[], outside: Outside): Promise<Ending> {
  let isAnalysis = false;
  try {
    if (args[0] === '--complete')
      return { code: await complete(args.slice(1), shellIn(outside, 'nearest')), isAnalysis };
    const { command, given } = readCommandLine(args[0] === 'unit' ? withParams(args, outside.cwd) : args, commands);
    isAnalysis = command.name === '';
    const code = await (await command.load())(given, shellIn(outside, configChoice(given.flags)), commands);
    return { code, isAnalysis };
  } catch (error) {
    return { code: failed(error, outside), isAnalysis };
  }
}

async function complete(words: readonly string[], shell: Shell): Promise<number> {
  const { completions } = await import('./completion/completions.ts');
  shell.print(await completions(words, commands, shell));
  return 0;
}

/** Whether a part of what was to be printed could not be. */
let isLost = false;

const err = output(2, () => process.stderr, lose);
const out = output(1, () => process.stdout, (code) => {
  if (!isLost) complain(`standard output cannot be written (${code === 'ENOSPC' ? 'no space left' : code}); send it elsewhere, or name a file with --output.`, err.write);
  lose();
});

/** Also where a slow reader fails after the end of the run. */
function lose(): void {
  isLost = true;
  process.exitCode = FAILURE;
}

function shellIn(outside: Outside, config: ConfigChoice): Shell {
  return {
    ...outside,
    platform: process.platform,
    complain: (sentence) => complain(sentence, outside.draw),
    watchFiles: () => watchFiles(outside.cwd),
    anew: () => shellIn(outside, config),
    streams: () => ({ input: process.stdin, output: process.stdout }),
    rules,
    settings: settingsFinder(rules.map(({ id }) => id), outside.cwd, config),
    user: process.geteuid?.(),
    now: () => Date.now(),
    clock: () => performance.now(),
  };
}

function complain(sentence: string, draw: (text: string) => void): void {
  draw(inert(`golint-leaks: ${visible(sentence)}\n`));
}

function failed(error: unknown, { draw, env }: Outside): number {
  complain(error instanceof Error ? error.message : String(error), draw);
  const isOurs = error instanceof Error && !(error instanceof UsageError);
  if (isOurs && env['GOLINT_LEAKS_DEBUG']) for (const line of error.stack?.split('\n') ?? []) complain(line, draw);
  return FAILURE;
}

/** Undefined where another program has removed it. */
function workingDirectory(): string | undefined {
  try {
    return process.cwd();
  } catch {
    complain('the working directory is gone; go to one that exists.', err.write);
    process.exitCode = FAILURE;
    return undefined;
  }
}

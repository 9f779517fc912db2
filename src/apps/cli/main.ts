import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { rules } from '../../../rules/index.ts';
import { commandNames } from './commands/command-names.ts';
import { analyse } from './commands/analyse.ts';
import type { Shell } from './commands/shell.ts';
import { settingsFinder } from '../../config/settings-finder.ts';
import { plainArguments } from './flags.ts';
import { OptionsError } from './options.ts';
import { output } from './output.ts';
import { version } from '../../version.ts';
import { inert, visible } from '../../visible.ts';

/** The exit code of bad usage and of our own failures. */
const FAILURE = 2;

/** More threads than this wait for each other more than they help. */
const MOST_HELPERS = 3;

/** Loads what reads all command lines, and helps. */
export type LoadOthers = () => Promise<typeof import('./commands/command-line.ts')>;

/** Does what the command line says, and sets the exit code. `build` changes with each change of this program. */
export async function main(build: string, loadOthers: LoadOthers): Promise<void> {
  const cwd = workingDirectory();
  if (cwd === undefined) return;
  process.exitCode = await obey(process.argv.slice(2), shellIn(cwd, build), loadOthers).catch(failed);
}

/** Help, hints and the other commands are loaded only where they are asked for: that takes longer than reading a small repository. */
async function obey(args: readonly string[], shell: Shell, loadOthers: LoadOthers): Promise<number> {
  if (args.length === 1 && args[0] === '--version') {
    shell.print(`${version()}\n`);
    return 0;
  }
  const plain = plainArguments(args, commandNames);
  if (plain) return analyse(plain, shell);
  return (await loadOthers()).commandLine(args, shell);
}

const [out, err] = [output(1, () => process.stdout), output(2, () => process.stderr)];

function shellIn(cwd: string, build: string): Shell {
  return {
    cwd,
    env: process.env,
    platform: process.platform,
    isTerminal: { get out() { return out.isTerminal; }, get err() { return err.isTerminal; } },
    print: out.write,
    complain,
    draw: err.write,
    rules,
    settings: settingsFinder(rules.map(({ id }) => id), cwd),
    get helpers() { return Math.min(availableParallelism() - 1, MOST_HELPERS); },
    startHelper: (data) => {
      const { Worker } = process.getBuiltinModule('node:worker_threads');
      return new Worker(join(import.meta.dirname, 'helper.cjs'), { workerData: data });
    },
    now: () => Date.now(),
    build,
  };
}

function complain(sentence: string): void {
  err.write(inert(`golint-leaks: ${visible(sentence)}\n`));
}

function failed(error: unknown): number {
  complain(error instanceof Error ? error.message : String(error));
  const isOurs = error instanceof Error && !(error instanceof OptionsError);
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

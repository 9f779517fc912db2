#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { rules } from '../rules/index.ts';
import { commandNames } from './command-names.ts';
import { analyse } from './commands/analyse.ts';
import type { Shell } from './commands/shell.ts';
import { settingsFinder } from './config/settings-finder.ts';
import { plainArguments } from './flags.ts';
import { OptionsError } from './options.ts';
import { visible } from './visible.ts';

/** The exit code of bad usage and of our own failures. */
const FAILURE = 2;

/** More threads than this wait for each other more than they help. */
const MOST_HELPERS = 3;

/** A reader that stops reading, such as `head`, is no error: the run goes on to its end and its exit code. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const cwd = workingDirectory();

const shell: Shell = {
  cwd,
  env: process.env,
  platform: process.platform,
  isTerminal: { out: process.stdout.isTTY, err: process.stderr.isTTY },
  print: (text) => process.stdout.write(text),
  complain: (sentence) => process.stderr.write(`golint-leaks: ${visible(sentence)}\n`),
  draw: (text) => process.stderr.write(text),
  rules,
  settings: settingsFinder(rules.map(({ id }) => id), cwd),
  helpers: Math.min(availableParallelism() - 1, MOST_HELPERS),
  startHelper: (data) => new Worker(new URL('./helper.cjs', import.meta.url), { workerData: data }),
  now: () => Date.now(),
  build: () => readFileSync(fileURLToPath(import.meta.url), 'utf8'),
};

void main(process.argv.slice(2)).catch(failed).then((code) => {
  process.exitCode = code;
});

function failed(error: unknown): number {
  shell.complain(error instanceof Error ? error.message : String(error));
  if (!(error instanceof OptionsError) && error instanceof Error && process.env['GOLINT_LEAKS_DEBUG']) console.error(error.stack);
  return FAILURE;
}

/** Another program may have removed it. */
function workingDirectory(): string {
  try {
    return process.cwd();
  } catch {
    process.stderr.write('golint-leaks: the working directory is gone; go to one that exists.\n');
    process.exit(FAILURE);
  }
}

/** Help, hints and the other commands are loaded only where they are asked for: that takes longer than reading a small repository. */
async function main(args: readonly string[]): Promise<number> {
  const plain = plainArguments(args, commandNames);
  if (plain) return analyse(plain, shell);
  return (await import('./command-line.ts')).commandLine(args, shell);
}

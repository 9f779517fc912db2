import yargs from 'yargs';
import { commandNames } from './command-names.ts';
import { analyse } from './analyse.ts';
import { bashCompletion } from './complete.ts';
import { completions } from './completions.ts';
import { explain } from './explain.ts';
import { rulesInForce } from './rules-in-force.ts';
import type { Shell } from './shell.ts';
import { configFileName } from '../../../config/find-config-files.ts';
import type { Flags } from '../flags.ts';
import { flagSpecs } from '../flags.ts';
import { OptionsError } from '../options.ts';
import { version } from '../../../version.ts';
import { inert, visible } from '../../../visible.ts';

/** Reads a command line in all its spellings, with help and hints, and does what it says. Gives the exit code. */
export async function commandLine(args: readonly string[], shell: Shell): Promise<number> {
  if (args[0] === '--complete') {
    shell.print(await completions(args.slice(1), commandNames, shell));
    return 0;
  }
  let code = 0;
  await program(args, shell, (next) => {
    code = next;
  }).parseAsync();
  return code;
}

function program(args: readonly string[], shell: Shell, finish: (code: number) => void) {
  return yargs([...args])
    .scriptName('golint-leaks')
    .usage('$0 [patterns..]\n\nFinds leaks of memory, goroutines and resources in Go source, without building it.')
    .command(
      '$0 [patterns..]',
      'analyse packages: ./..., dir, dir/..., file.go, globs (default: ./...)',
      (command) =>
        command
          .positional('patterns', { type: 'string', array: true, default: [], describe: 'where to look' })
          .options(
            Object.fromEntries(
              Object.entries(flagSpecs).map(([name, { type, describe, ...more }]) => [
                name,
                {
                  type,
                  describe,
                  ...(type === 'string' ? { requiresArg: true } : {}),
                  ...('many' in more ? { array: true, nargs: 1 } : {}),
                },
              ]),
            ),
          )
          .example('$0 ./...', 'everything below the working directory')
          .example('$0 --format text --format sarif=leaks.sarif ./...', 'for people, and for GitHub code scanning'),
      // What stands behind `--` is a pattern, whatever it looks like.
      async ({ patterns, _, ...flags }) =>
        finish(await analyse({ flags: ownFlags(flags), patterns: [...texts(patterns), ..._.map(String)] }, shell)),
    )
    .command('rules', 'list the rules', {}, async () =>
      printLines(
        (await rulesInForce(shell)).map((rule) => `${rule.id}  ${rule.summary}`),
        shell,
      ),
    )
    .command(
      'explain <rule>',
      'print the page of a rule',
      (command) => command.positional('rule', { type: 'string', demandOption: true, describe: 'its id' }),
      async ({ rule }) => shell.print(await explain(rule, shell)),
    )
    .command(
      'config [path]',
      'print what is in force for a file or folder, and where it comes from',
      (command) => command.positional('path', { type: 'string', default: '.', describe: 'the file or folder' }),
      async ({ path }) => printLines(await inForce(path, shell), shell),
    )
    .command('init', `write a commented ${configFileName} into the working directory`, {}, async () =>
      printLines([await initialised(shell)], shell),
    )
    .command('completion', 'print a completion script for bash', {}, () => shell.print(bashCompletion))
    .epilogue(
      'Exit code 0: nothing found; 1: findings from --fail-on on, or something fixed; 2: bad usage or an error.\nA folder named like a command is written ./rules.',
    )
    .version(version())
    .strict()
    .recommendCommands()
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'greedy-arrays': false,
      'camel-case-expansion': false,
    })
    .help()
    .alias('help', 'h')
    .exitProcess(false)
    .fail((message: string, error: Error | undefined) => {
      throw error ?? new OptionsError(`${message}; see golint-leaks --help.`);
    });
}

function texts(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.map(String) : [];
}

/** Without what yargs adds. */
function ownFlags(all: Readonly<Record<string, unknown>>): Flags {
  return Object.fromEntries(Object.entries(all).filter(([name, value]) => name in flagSpecs && value !== undefined));
}

async function inForce(path: string, { cwd, settings, rules }: Shell): Promise<readonly string[]> {
  const { inForce: text } = await import('../../../config/in-force.ts');
  return (await text(path, cwd, settings, rules.map(({ id }) => id))).split('\n');
}

async function initialised({ cwd, rules }: Shell): Promise<string> {
  return (await import('../../../config/initialise.ts')).initialise(cwd, rules);
}

/** Lines that may hold names of files, made safe for a terminal. */
function printLines(lines: readonly string[], { print }: Shell): void {
  print(inert(lines.map((line) => `${visible(line)}\n`).join('')));
}

import { unknownFlag } from '../arguments/flag-meant.ts';
import type { FlagTable } from '../arguments/flag-spec.ts';
import type { FlagValues } from '../arguments/flag-values.ts';
import { flagValues } from '../arguments/flag-values.ts';
import type { WordsRead } from '../arguments/read-words.ts';
import { readWords } from '../arguments/read-words.ts';
import type { Mistake } from '../arguments/spelling.ts';
import { spelling } from '../arguments/spelling.ts';
import { quoted, UsageError } from '../arguments/usage-error.ts';
import type { CommandSpec, GivenWords } from './command-spec.ts';
import { commandUsage } from './command-spec.ts';

/** A command with what it is given. */
export interface Called {
  readonly command: CommandSpec;
  readonly given: GivenWords;
}

/**
 * Finds the command that a command line calls, and reads its words. `--help` and `--version` are commands wherever they
 * stand, so that they help where the rest makes no sense. Throws a UsageError.
 */
export function readCommandLine(args: readonly string[], commands: readonly CommandSpec[]): Called {
  const [analysis] = commands;
  if (analysis === undefined) throw new Error('there is no command');
  checkSize(args);
  const flags = flagsOf(commands);
  const { words, mistake } = spelling(args, flags);
  const read = readWords(words, flags);
  const named = commands.find(({ name }) => name !== '' && name === read.words[0]);
  const instead = asked(read, commands);
  if (instead)
    return { command: instead, given: { flags: noFlags, words: instead.name === 'help' && named ? [named.name] : [] } };
  const command = named ?? analysis;
  if (mistake) throw new UsageError(complaint(mistake, command));
  return {
    command,
    given: {
      flags: flagValues(read, command),
      words: operands(named ? read.words.slice(1) : read.words, read, command),
    },
  };
}

/** yargs takes time that grows with the square of how often a flag is given, and nobody has so many. */
const mostDashes = 1000;

/** Files may have names that begin with a dash, and be many. */
function checkSize(args: readonly string[]): void {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const count = args.slice(0, end).filter((word) => word.startsWith('-')).length;
  if (count > mostDashes)
    throw new UsageError(
      `${count} words begin with "-" and at most ${mostDashes} may be flags; write -- in front of names of files.`,
    );
}

const noFlags: FlagValues<string> = { text: () => undefined, list: () => [], isOn: () => undefined };

/** The flags of all commands: one of a name takes a value with each of them, or with none. */
function flagsOf(commands: readonly CommandSpec[]): FlagTable {
  return Object.assign({}, ...commands.map(({ flags }) => flags));
}

/** The command that `--help` or `--version` stand for. */
function asked({ given }: WordsRead, commands: readonly CommandSpec[]): CommandSpec | undefined {
  const name = ['help', 'version'].find((each) => given.get(each)?.at(-1) === true);
  return commands.find((each) => each.name === name);
}

function complaint({ word, flag }: Mistake, command: CommandSpec): string {
  return flag === undefined
    ? unknownFlag(word, command)
    : `${quoted(word)} is neither on nor off; write --${flag} or --no-${flag}.`;
}

/**
 * What stands behind `--` is such a word, whatever it looks like. Throws a UsageError where there are too few or too
 * many.
 */
function operands(words: readonly string[], { behind }: WordsRead, command: CommandSpec): readonly string[] {
  const flag = words.find((word) => word.startsWith('-') && word !== '-');
  if (flag !== undefined) throw new UsageError(unknownFlag(flag, command));
  const all = [...words, ...behind];
  const { name, operand } = command;
  const most = operand === undefined ? 0 : operand.many ? Infinity : 1;
  const isMissing = all.length === 0 && operand !== undefined && !operand.optional;
  if (isMissing) throw new UsageError(`${name} needs the ${operand.name} behind it: ${commandUsage(command)}.`);
  const extra = all[most];
  if (extra !== undefined) throw new UsageError(`${name} takes no ${quoted(extra)}; write ${commandUsage(command)}.`);
  return all;
}

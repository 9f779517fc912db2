import type { ParsedWords } from '../arguments/parse-flags.ts';
import { parseFlags } from '../arguments/parse-flags.ts';
import { UsageError } from '../arguments/usage-error.ts';
import type { CommandSpec } from './command-spec.ts';
import { commandUsage } from './command-spec.ts';

/** A command with what it is given. */
export interface Called {
  readonly command: CommandSpec;
  readonly given: ParsedWords;
}

/**
 * Finds the command that a command line calls, and reads its words. `--help` and `--version` are commands wherever they stand, so
 * that they help where the rest makes no sense. Throws a UsageError.
 */
export function findCommand(args: readonly string[], commands: readonly CommandSpec[]): Called {
  const command = commandOf(args, commands);
  const instead = asked(args, commands);
  if (instead) {
    const about = instead.name === 'help' && command.name !== '' ? [command.name] : [];
    return { command: instead, given: parseFlags(about, instead.flags) };
  }
  const given = parseFlags(command.name === '' ? args : withoutFirst(args, command.name), command.flags, command.name);
  checkCount(command, given.words);
  return { command, given };
}

/** The command that `--help` or `--version` stand for. */
function asked(args: readonly string[], commands: readonly CommandSpec[]): CommandSpec | undefined {
  const words = args.includes('--') ? args.slice(0, args.indexOf('--')) : args;
  const has = (flag: RegExp): boolean => words.some((word) => flag.test(word));
  const name = has(/^(?:--help|-q?h)$/) ? 'help' : has(/^(?:--version|-q?V)$/) ? 'version' : undefined;
  return commands.find((each) => each.name === name);
}

/** The first word that is no flag names a command, or is a pattern of the one without a name. */
function commandOf(args: readonly string[], commands: readonly CommandSpec[]): CommandSpec {
  const [analysis] = commands;
  if (analysis === undefined) throw new Error('there is no command');
  const first = args.findIndex((word, at) => !word.startsWith('-') && !isValue(args[at - 1], analysis));
  const end = args.indexOf('--');
  if (first === -1 || (end !== -1 && end < first)) return analysis;
  return commands.find(({ name }) => name !== '' && name === args[first]) ?? analysis;
}

/** Whether the word behind this one belongs to it. */
function isValue(before: string | undefined, { flags }: CommandSpec): boolean {
  return before !== undefined && Object.entries(flags).some(([name, { type, short }]) =>
    type === 'string' && (before === `--${name}` || (short !== undefined && before === `-${short}`)));
}

function withoutFirst(args: readonly string[], word: string): readonly string[] {
  return args.toSpliced(args.indexOf(word), 1);
}

function checkCount(command: CommandSpec, words: readonly string[]): void {
  const { operand } = command;
  const most = operand === undefined ? 0 : operand.many ? Infinity : 1;
  const isMissing = words.length === 0 && operand !== undefined && !operand.optional;
  if (isMissing) throw new UsageError(`${command.name} needs the ${operand.name} behind it: ${commandUsage(command)}.`);
  const extra = words[most];
  if (extra !== undefined) throw new UsageError(`${command.name} takes no ${JSON.stringify(extra)}; write ${commandUsage(command)}.`);
}

import type { FlagTable } from '../arguments/flag-spec.ts';
import type { FlagValues } from '../arguments/flag-values.ts';
import type { Shell } from '../shell.ts';

/** One command: the only source for the parser, the help and the completion scripts. */
export interface CommandSpec {
  /** The first word of a command line; empty for the analysis, which has none. */
  readonly name: string;
  /** What stands behind it. */
  readonly operand?: Operand;
  /** What it does, in a few words. */
  readonly describe: string;
  readonly flags: FlagTable;
  /** Loads what does it: only what is asked for is loaded. */
  readonly load: () => Promise<Command>;
}

/** What a command is about. */
export interface Operand {
  /** `path` */
  readonly name: string;
  readonly many?: true;
  readonly optional?: true;
  /** The words there are. */
  readonly values?: readonly string[];
  /** What a shell may offer for it. */
  readonly completes?: 'rules' | 'files' | 'commands';
}

/** What a command line gives a command. */
export interface GivenWords {
  readonly flags: FlagValues<string>;
  /** What is no flag and no value of one, in order. What stands behind `--` is such a word, whatever it looks like. */
  readonly words: readonly string[];
}

/** Does what the words ask for, and gives the exit code. `commands` are all there are. */
export type Command = (given: GivenWords, shell: Shell, commands: readonly CommandSpec[]) => number | Promise<number>;

/** A command with what stands behind it: `golint-leaks config [path]`. */
export function commandUsage({ name, operand }: CommandSpec): string {
  return ['golint-leaks', name, operand === undefined ? '' : operandUsage(operand)]
    .filter((part) => part !== '')
    .join(' ');
}

function operandUsage({ name, many, optional }: Operand): string {
  const word = `${name}${many ? '..' : ''}`;
  return optional ? `[${word}]` : `<${word}>`;
}

import type { FlagTable } from '../arguments/flag-spec.ts';
import type { ParsedWords } from '../arguments/parse-flags.ts';
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

/** Does what the words ask for, and gives the exit code. `commands` are all there are. */
export type Command = (given: ParsedWords, shell: Shell, commands: readonly CommandSpec[]) => number | Promise<number>;

/** A command with what stands behind it: `golint-leaks config [path]`. */
export function commandUsage({ name, operand }: CommandSpec): string {
  return ['golint-leaks', name, operand === undefined ? '' : operandUsage(operand)].filter((part) => part !== '').join(' ');
}

function operandUsage({ name, many, optional }: Operand): string {
  const word = `${name}${many ? '..' : ''}`;
  return optional ? `[${word}]` : `<${word}>`;
}

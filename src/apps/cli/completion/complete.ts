import type { FlagSpec } from '../arguments/flag-spec.ts';
import type { CommandSpec, Operand } from '../commands/command-spec.ts';

/** What a shell may offer for the last word. */
export interface Offer {
  readonly words: readonly string[];
  /** Whether names of files fit as well; the shell knows them. */
  readonly files: boolean;
}

const nothing: Offer = { words: [], files: false };

/**
 * What may stand in place of the last of these words of a command line (without the program's name). `rules` are the
 * ids that there are. Bash gives `--color=a` as three words, the others as one.
 */
export function complete(words: readonly string[], commands: readonly CommandSpec[], rules: readonly string[]): Offer {
  const atoms = words.filter((word) => word !== '=').concat(words.at(-1) === '=' ? [''] : []);
  const current = atoms.at(-1) ?? '';
  const command = commands.find(({ name }) => name !== '' && name === atoms[0] && atoms.length > 1) ?? commands[0];
  if (command === undefined) return nothing;
  const joined = /^(--[^=]+=)(.*)$/s.exec(current);
  const [, start = '', end = current] = joined ?? [];
  const spec = flagOf(joined ? start.slice(0, -1) : atoms.at(-2), command);
  const offer = spec?.type === 'string' ? valueOffer(spec, rules) : wordOffer(current, atoms, command, commands, rules);
  return { ...offer, words: offer.words.filter((word) => word.startsWith(end)).map((word) => `${start}${word}`) };
}

function flagOf(word: string | undefined, { flags }: CommandSpec): FlagSpec | undefined {
  return Object.entries(flags).find(
    ([name, { short }]) => word === `--${name}` || (short !== undefined && word === `-${short}`),
  )?.[1];
}

function valueOffer({ values, completes }: FlagSpec, rules: readonly string[]): Offer {
  return {
    words: completes === 'rules' ? rules : (values ?? []),
    files: completes === 'files' || completes === 'folders',
  };
}

function wordOffer(
  current: string,
  atoms: readonly string[],
  command: CommandSpec,
  commands: readonly CommandSpec[],
  rules: readonly string[],
): Offer {
  if (current.startsWith('-')) return { words: flagWords(command), files: false };
  if (command.name !== '') return operandOffer(command.operand, commands, rules);
  return { words: atoms.length === 1 ? commandNames(commands) : [], files: true };
}

function flagWords({ flags }: CommandSpec): readonly string[] {
  return Object.entries(flags).flatMap(([name, { short }]) =>
    short === undefined ? [`--${name}`] : [`--${name}`, `-${short}`],
  );
}

function commandNames(commands: readonly CommandSpec[]): readonly string[] {
  return commands.map(({ name }) => name).filter((name) => name !== '');
}

function operandOffer(operand: Operand | undefined, commands: readonly CommandSpec[], rules: readonly string[]): Offer {
  const words =
    operand?.completes === 'rules'
      ? rules
      : operand?.completes === 'commands'
        ? commandNames(commands)
        : (operand?.values ?? []);
  return { words, files: operand?.completes === 'files' };
}

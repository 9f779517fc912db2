/** The words that the command line knows, for a shell to complete. */
export interface Vocabulary {
  readonly commands: readonly string[];
  /** With their dashes: `--format`. */
  readonly flags: readonly string[];
  /** What may stand behind a flag or a command: `--color` to `auto`, `always`, `never`. */
  readonly values: Readonly<Record<string, readonly string[]>>;
}

/** What may stand in place of the last word of a command line (without the program's name); none where it is the name of a file. */
export function complete(words: readonly string[], { commands, flags, values }: Vocabulary): readonly string[] {
  const [current = '', before] = atoms(words).reverse();
  return candidates(current, before, { commands, flags, values }).filter((word) => word.startsWith(current));
}

/** Bash takes `--color=a` for three words. */
function atoms(words: readonly string[]): string[] {
  return words.filter((word) => word !== '=').concat(words.at(-1) === '=' ? [''] : []);
}

function candidates(current: string, before: string | undefined, { commands, flags, values }: Vocabulary): readonly string[] {
  if (before !== undefined && Object.hasOwn(values, before)) return values[before] ?? [];
  if (current.startsWith('-')) return flags;
  return before === undefined ? commands : [];
}

/** A script for bash that asks `golint-leaks --complete` and leaves the names of files to the shell. */
export const bashCompletion = `_golint_leaks() {
  local IFS=$'\\n'
  COMPREPLY=($(golint-leaks --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _golint_leaks golint-leaks
`;

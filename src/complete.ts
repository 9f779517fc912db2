/** The words that the command line knows, for the shell to complete. */
export interface Vocabulary {
  readonly formats: readonly string[];
  readonly rules: readonly string[];
  readonly failOn: readonly string[];
  readonly colors: readonly string[];
}

/**
 * What may stand for the last of these words (the first is the program); undefined where it is no value of ours: then it is a
 * flag, a command, or the name of a file.
 */
export function complete(words: readonly string[], { formats, rules, failOn, colors }: Vocabulary): readonly string[] | undefined {
  const [before = '', current = ''] = words.slice(-2);
  const values = { '--format': formats, '--rule': rules, explain: rules, '--fail-on': failOn, '--color': colors };
  const found = Object.entries(values).find(([word]) => word === before);
  return found?.[1].filter((value) => value.startsWith(current));
}

/** One flag: the only source for the parser, the help, the completion scripts and the table in the README. */
export interface FlagSpec {
  readonly type: 'string' | 'boolean';
  /** One letter: `q` for `-q`. */
  readonly short?: string;
  /** Whether it may be given several times. */
  readonly many?: true;
  /** Whether one value holds several, with commas between them. */
  readonly commas?: true;
  /** What the help calls its value: `FILE`. */
  readonly value?: string;
  /** The values there are, for completion and hints; where `value` is not a choice of these, others are allowed too. */
  readonly values?: readonly string[];
  /** What else a shell may offer as its value. */
  readonly completes?: 'rules' | 'files' | 'folders';
  /** What it does, in a few words. */
  readonly describe: string;
  /** Names that other linters have for it: they are not accepted, but lead to this one. */
  readonly elsewhere?: readonly string[];
}

/** Flags by their names without dashes, in the order of the help. */
export type FlagTable = Readonly<Record<string, FlagSpec>>;

/** A flag with its value, as the help and the README show it: `--format FORMAT[=FILE]`. */
export function flagUsage(name: string, { value, values }: FlagSpec): string {
  const shown = value ?? values?.join('|');
  return shown === undefined ? `--${name}` : `--${name} ${shown}`;
}

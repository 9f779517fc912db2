import { Parser } from 'yargs/helpers';
import type { FlagTable } from './flag-spec.ts';

/** What yargs makes of the words of a command line. */
export interface WordsRead {
  /**
   * What is given for each flag, in order: a text, or whether it is on. `--no-x` is `x`, off, also where x is unknown
   * or takes a value; names are those of the table, and whatever else is written behind dashes.
   */
  readonly given: ReadonlyMap<string, readonly (string | boolean)[]>;
  /** What is no flag and no value of one, in front of `--`. */
  readonly words: readonly string[];
  /** What stands behind `--`. */
  readonly behind: readonly string[];
  /** A flag that needs a value and has none. */
  readonly lacking: string | undefined;
}

/**
 * A value may be `-` or begin with a digit's minus; all else with a dash is the next flag, unless it stands behind "=".
 */
export function readWords(words: readonly string[], table: FlagTable): WordsRead {
  const options = optionsOf(table);
  const { argv, error } = Parser.detailed([...words], options);
  const { _: free, '--': behind, ...flags } = argv;
  return {
    given: new Map(Object.entries(flags).map(([name, value]) => [nameOf(name), [value].flat()])),
    words: free.map(String),
    behind: (behind ?? []).map(String),
    lacking: error?.message,
  };
}

function optionsOf(table: FlagTable) {
  const flags = Object.entries(table);
  const ofType = (wanted: string): string[] => flags.filter(([, { type }]) => type === wanted).map(([name]) => name);
  return {
    string: ofType('string'),
    boolean: ofType('boolean'),
    // Without it `--strict true` would take the word behind it.
    narg: Object.fromEntries(flags.map(([name, { type }]) => [name, type === 'string' ? 1 : 0])),
    alias: Object.fromEntries(flags.flatMap(([name, { short }]) => (short === undefined ? [] : [[name, [short]]]))),
    configuration: {
      'populate--': true, 'strip-aliased': true, 'camel-case-expansion': false, 'dot-notation': false,
      'parse-numbers': false, 'parse-positional-numbers': false,
    },
    // The only error that is left is that of a value that lacks, whose sentence is ours.
    __: (_sentence: string, flag: string) => flags.find(([, { short }]) => short === flag)?.[0] ?? flag,
  };
}

/** yargs changes this name, so that it harms no object. */
function nameOf(name: string): string {
  return name === '___proto___' ? '__proto__' : name;
}

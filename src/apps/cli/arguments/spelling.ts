import type { FlagTable } from './flag-spec.ts';

/** A command line in the spellings that yargs reads. */
export interface Spelling {
  readonly words: readonly string[];
  /** The first word that is left out because it makes no sense. */
  readonly mistake: Mistake | undefined;
}

/** A word of a command line that is no flag, or that gives one without a value neither on nor off: `--strict=maybe`. */
export interface Mistake {
  readonly word: string;
  /** The name of the flag that it gives; undefined where it is none. */
  readonly flag: string | undefined;
}

/**
 * Puts two spellings into those of yargs: `-oFILE`, the value of a short flag right behind it, is `-o=FILE`, and
 * `--strict=off` is `--no-strict`. A word of short flags must consist of them, because yargs would take `-format` for
 * six.
 */
export function spelling(args: readonly string[], table: FlagTable): Spelling {
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  const read = args
    .slice(0, end)
    .map((word) => (/^-(?!\d+$)[^-]/.test(word) ? shortFlags(word, table) : longFlag(word, table)));
  return {
    words: [...read.filter((each) => typeof each === 'string'), ...args.slice(end)],
    mistake: read.find((each) => typeof each !== 'string'),
  };
}

function shortFlags(word: string, table: FlagTable): string | Mistake {
  for (let at = 1; at < word.length; at++) {
    const spec = Object.values(table).find(({ short }) => short === word[at]);
    if (spec === undefined) return { word, flag: undefined };
    if (spec.type === 'string' && at < word.length - 1)
      return `${word.slice(0, at + 1)}=${word.slice(at + 1).replace(/^=/, '')}`;
  }
  return word;
}

/** The words that mean yes and no, here and in configuration files. */
const states: Readonly<Record<string, boolean>> = {
  true: true,
  on: true,
  yes: true,
  false: false,
  off: false,
  no: false,
};

/** yargs takes each state but `true` for no, and puts into the free words what is called `_`. */
function longFlag(word: string, table: FlagTable): string | Mistake {
  if (/^--(?:no-)?_(?:=|$)/.test(word)) return { word, flag: undefined };
  const [, written = '', state = ''] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
  const isSwitch = (name: string): boolean => Object.hasOwn(table, name) && table[name]?.type === 'boolean';
  const flag = isSwitch(written) ? written : written.replace(/^no-/, '');
  if (!isSwitch(flag)) return word;
  const isOn = Object.hasOwn(states, state) ? states[state] : undefined;
  if (isOn === undefined) return { word, flag };
  return isOn === (flag === written) ? `--${flag}` : `--no-${flag}`;
}

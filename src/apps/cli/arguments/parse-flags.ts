import { nearestWord } from '../../../nearest-word.ts';
import type { FlagSpec, FlagTable } from './flag-spec.ts';
import { flagUsage } from './flag-spec.ts';
import type { FlagValues } from './flag-values.ts';
import { flagValues } from './flag-values.ts';
import { quoted, UsageError } from './usage-error.ts';

/** The words of a command line, told apart. */
export interface ParsedWords {
  readonly flags: FlagValues<string>;
  /** What is no flag and no value of one, in order. What stands behind `--` is such a word, whatever it looks like. */
  readonly words: readonly string[];
}

/** Reads `--name VALUE`, `--name=VALUE`, `--no-name`, `-n` and `-nVALUE`. Throws a UsageError for the first word that makes no sense. */
export function parseFlags(args: readonly string[], table: FlagTable, command = ''): ParsedWords {
  const texts = new Map<string, string[]>();
  const states = new Map<string, boolean>();
  const words: string[] = [];
  const end = args.includes('--') ? args.indexOf('--') : args.length;
  for (let at = 0; at < end; at++) {
    const read = readWord(args[at] ?? '', { table, command });
    if (read === undefined) words.push(args[at] ?? '');
    for (const { name, spec, state, text } of read ?? []) {
      if (spec.type === 'boolean') states.set(name, state);
      else texts.set(name, [...(texts.get(name) ?? []), ...split(text ?? valueBehind(name, spec, args[++at]), spec)]);
    }
  }
  for (const [name, given] of texts) checkCount(name, given, table[name]);
  return { flags: flagValues({ texts, states }), words: [...words, ...args.slice(end + 1)] };
}

/** One flag of a word; a word of short flags has several. */
interface Given {
  readonly name: string;
  readonly spec: FlagSpec;
  readonly state: boolean;
  /** Undefined where the value is the next word. */
  readonly text: string | undefined;
}

/** The flags of a command; its name is empty for the analysis. */
interface KnownFlags {
  readonly table: FlagTable;
  readonly command: string;
}

/** Undefined for what is no flag: `-` is none. */
function readWord(word: string, known: KnownFlags): readonly Given[] | undefined {
  if (word.startsWith('--')) return [longFlag(word, known)];
  return word.startsWith('-') && word !== '-' ? shortFlags(word, known) : undefined;
}

function longFlag(word: string, known: KnownFlags): Given {
  const { table } = known;
  const cut = word.indexOf('=');
  const written = word.slice(2, cut === -1 ? undefined : cut);
  const text = cut === -1 ? undefined : word.slice(cut + 1);
  const name = nameOf(written, table);
  const spec = name === undefined ? undefined : table[name];
  if (name === undefined || spec === undefined) throw new UsageError(unknownFlag(`--${written}`, written, known));
  const isNegated = name !== written;
  if (spec.type === 'string') {
    if (text === '') throw new UsageError(needsValue(name, spec));
    return { name, spec, state: true, text };
  }
  return { name, spec, state: stateOf(word, name, text) !== isNegated, text: undefined };
}

/** `no-strict` is `strict`, turned off; a flag that is called so itself comes first. */
function nameOf(written: string, table: FlagTable): string | undefined {
  if (Object.hasOwn(table, written)) return written;
  const positive = written.startsWith('no-') ? written.slice('no-'.length) : undefined;
  return positive !== undefined && Object.hasOwn(table, positive) && table[positive]?.type === 'boolean' ? positive : undefined;
}

/** The words that mean yes and no, here and in configuration files. */
const states: Readonly<Record<string, boolean>> = { true: true, on: true, yes: true, false: false, off: false, no: false };

function stateOf(word: string, name: string, text: string | undefined): boolean {
  const state = text === undefined ? true : Object.hasOwn(states, text) ? states[text] : undefined;
  if (state === undefined) throw new UsageError(`${quoted(word)} is neither on nor off; write --${name} or --no-${name}.`);
  return state;
}

/** `-qo FILE`, `-oFILE`. */
function shortFlags(word: string, known: KnownFlags): readonly Given[] {
  const found: Given[] = [];
  for (let at = 1; at < word.length; at++) {
    const [name, spec] = Object.entries(known.table).find(([, { short }]) => short === word[at]) ?? [];
    if (name === undefined || spec === undefined) throw new UsageError(unknownFlag(word, word.slice(1), known));
    const rest = word.slice(at + 1).replace(/^=/, '');
    found.push({ name, spec, state: true, text: rest === '' ? undefined : rest });
    if (spec.type === 'string') break;
  }
  return found;
}

/** A word that begins with a dash is the next flag; a value that does is written behind "=". */
function valueBehind(name: string, spec: FlagSpec, word: string | undefined): string {
  if (word === undefined || word === '' || (word.startsWith('-') && word !== '-')) throw new UsageError(needsValue(name, spec));
  return word;
}

function needsValue(name: string, spec: FlagSpec): string {
  return `--${name} needs a value: ${flagUsage(name, spec)}.`;
}

function split(text: string, { commas }: FlagSpec): readonly string[] {
  return commas ? text.split(',').map((each) => each.trim()).filter((each) => each !== '') : [text];
}

function checkCount(name: string, given: readonly string[], spec: FlagSpec | undefined): void {
  if (given.length > 1 && !spec?.many) throw new UsageError(`--${name} is given ${given.length} times; give it once.`);
}

/** `written` is the word without dashes and value. Go's own tools take one dash for long flags, too. */
function unknownFlag(shown: string, written: string, { table, command }: KnownFlags): string {
  const bare = written.replace(/=.*/s, '').replace(/^-+/, '');
  const near = flagMeant(bare, table);
  const help = `golint-leaks ${command === '' ? '' : `${command} `}--help lists those there are.`;
  return `the flag ${quoted(shown)} is not known; ${near === undefined ? help : `did you mean --${near}?`}`;
}

function flagMeant(bare: string, table: FlagTable): string | undefined {
  if (bare.length < 2) return undefined;
  const other = Object.entries(table).find(([, { elsewhere }]) => elsewhere?.includes(bare));
  if (other) return other[0];
  return nearestWord(bare, Object.entries(table).flatMap(([name, { type }]) => (type === 'boolean' ? [name, `no-${name}`] : [name])));
}

import type { Steps } from './wildcards.ts';
import { matchesWithWildcard } from './wildcards.ts';

/** A glob for one name, without slashes, as gitignore and shells have it. */
export type NameGlob =
  /** The name itself. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'parts'; readonly parts: readonly Part[]; readonly least: number }
  /** What git can make nothing of: a class without an end, a backslash at the end. Matches no name. */
  | { readonly kind: 'nothing' };

/** `*`, or what stands for one character. */
type Part = '*' | ((char: string) => boolean);

/**
 * Reads a glob: `*` any characters, `?` one, `[a-z]` and `[!a-z]` one of a class, `\` in front of what means itself.
 */
export function nameGlob(glob: string, ignoreCase = false): NameGlob {
  const chars = [...(ignoreCase ? glob.toLowerCase() : glob)];
  const parts: Part[] = [];
  let literal: string | undefined = '';
  for (let at = 0; at < chars.length; at++) {
    const char = chars[at] ?? '';
    if (char === '[') {
      const found = characterClass(chars, at + 1);
      if (!found) return { kind: 'nothing' };
      parts.push(found.holds);
      at = found.end;
      literal = undefined;
    } else if (char === '*' || char === '?') {
      if (char === '?' || parts.at(-1) !== '*') parts.push(char === '*' ? '*' : () => true);
      literal = undefined;
    } else {
      const own = char === '\\' ? chars[++at] : char;
      if (own === undefined) return { kind: 'nothing' };
      parts.push((other) => other === own);
      literal = literal === undefined ? undefined : literal + own;
    }
  }
  return literal === undefined
    ? { kind: 'parts', parts, least: parts.filter((part) => part !== '*').length }
    : { kind: 'name', name: literal };
}

/** Whether a name matches; it must be in lower case where the glob ignores case. Throws TooManySteps. */
export function matchesName(glob: NameGlob, name: string, steps: Steps): boolean {
  if (glob.kind !== 'parts') return glob.kind === 'name' && glob.name === name;
  const chars = [...name];
  return chars.length >= glob.least && matchesWithWildcard(glob.parts, chars, (part) => part === '*', (part, char) => part !== '*' && part(char), steps);
}

/** A class of characters: `[a-z]`. */
export interface CharacterClass {
  readonly holds: (char: string) => boolean;
  /** Where its `]` is. */
  readonly end: number;
}

/**
 * The class whose `[` stands in front of `start`; undefined where it does not end. A `]` in the first place means
 * itself.
 */
export function characterClass(chars: readonly string[], start: number): CharacterClass | undefined {
  const isNegated = chars[start] === '!' || chars[start] === '^';
  const from = isNegated ? start + 1 : start;
  const tests: ((char: string) => boolean)[] = [];
  for (let at = from; at < chars.length; at++) {
    if (chars[at] === ']' && at > from)
      return { holds: (char) => tests.some((test) => test(char)) !== isNegated, end: at };
    const named = chars[at] === '[' && chars[at + 1] === ':' ? namedClass(chars, at + 2) : undefined;
    if (named) {
      tests.push(named.holds);
      at = named.end;
      continue;
    }
    if (chars[at] === '\\') at++;
    const first = chars[at];
    if (first === undefined) return undefined;
    if (chars[at + 1] === '-' && chars[at + 2] !== undefined && chars[at + 2] !== ']') {
      at += chars[at + 2] === '\\' ? 3 : 2;
      const last = chars[at];
      if (last === undefined) return undefined;
      tests.push((char) => first <= char && char <= last);
    } else tests.push((char) => char === first);
  }
  return undefined;
}

/** `[:alpha:]` inside of a class, of ASCII characters, as in git. */
function namedClass(chars: readonly string[], start: number): CharacterClass | undefined {
  const colon = chars.indexOf(':', start);
  const test = colon !== -1 && chars[colon + 1] === ']' ? named[chars.slice(start, colon).join('')] : undefined;
  return test && { holds: (char) => test.test(char), end: colon + 1 };
}

const named: Readonly<Record<string, RegExp>> = {
  alnum: /^[a-z0-9]$/i,
  alpha: /^[a-z]$/i,
  blank: /^[ \t]$/,
  cntrl: /^[\x00-\x1f\x7f]$/,
  digit: /^\d$/,
  graph: /^[\x21-\x7e]$/,
  lower: /^[a-z]$/,
  print: /^[\x20-\x7e]$/,
  punct: /^[!-/:-@[-`{-~]$/,
  space: /^[\t-\r ]$/,
  upper: /^[A-Z]$/,
  xdigit: /^[\da-f]$/i,
};

import { matchesWithWildcards } from './wildcards.ts';

/** A glob for one name, between two separators. */
export type NameGlob = readonly Part[] | 'nothing';

/** One part of it: any characters, or one character for which `holds`. */
type Part = { readonly kind: 'any' } | { readonly kind: 'one'; readonly holds: (char: string) => boolean };

/**
 * Reads a glob for one name as git does: `*`, `?`, `[a-z]`, `[!a]`, `[[:digit:]]`, and `\` in front of what stands for
 * itself. What is never closed matches nothing. Takes time in proportion to its length, and so does each comparison with
 * a name of bounded length: no pattern backtracks.
 */
export function nameGlob(text: string, ignoreCase = false): NameGlob {
  const glob = ignoreCase ? text.toLowerCase() : text;
  const parts: Part[] = [];
  for (let at = 0; at < glob.length; at++) {
    const char = glob[at] ?? '';
    if (char === '*') {
      if (parts.at(-1)?.kind !== 'any') parts.push({ kind: 'any' });
    } else if (char === '?') {
      parts.push({ kind: 'one', holds: () => true });
    } else if (char === '[') {
      const read = characterClass(glob, at);
      if (read === undefined) return 'nothing';
      parts.push({ kind: 'one', holds: read.holds });
      at = read.end;
    } else {
      const literal = char === '\\' ? glob[++at] : char;
      if (literal === undefined) return 'nothing';
      parts.push({ kind: 'one', holds: (each) => each === literal });
    }
  }
  return parts;
}

/** Whether a name matches; `ignoreCase` as the glob was read. */
export function matchesName(glob: NameGlob, name: string, ignoreCase = false): boolean {
  if (glob === 'nothing') return false;
  const text = ignoreCase ? name.toLowerCase() : name;
  return matchesWithWildcards(glob, text, ({ kind }) => kind === 'any', (part, char = '') => part.kind === 'one' && part.holds(char));
}

/** The names of POSIX that git knows, for ASCII as there. */
const named: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z0-9]/i, alpha: /[a-z]/i, blank: /[ \t]/, cntrl: /[\0-\x1f\x7f]/, digit: /[0-9]/, graph: /[!-~]/, lower: /[a-z]/,
  print: /[ -~]/, punct: /[!-/:-@[-`{-~]/, space: /\s/, upper: /[A-Z]/, xdigit: /[0-9a-f]/i,
};

/** The class that begins at `start`, and where its `]` is; undefined where it has none, or a name that nobody knows. */
function characterClass(glob: string, start: number): { readonly holds: (char: string) => boolean; readonly end: number } | undefined {
  const isNegated = glob[start + 1] === '!' || glob[start + 1] === '^';
  const first = start + (isNegated ? 2 : 1);
  const members: ((char: string) => boolean)[] = [];
  for (let at = first; at < glob.length; at++) {
    if (glob[at] === ']' && at > first) return { holds: (char) => members.some((holds) => holds(char)) !== isNegated, end: at };
    const [, name] = /^\[:([^\]:]*):\]/.exec(glob.slice(at, at + 16)) ?? [];
    if (name !== undefined) {
      const pattern = Object.hasOwn(named, name) ? named[name] : undefined;
      if (pattern === undefined) return undefined;
      members.push((char) => pattern.test(char));
      at += name.length + 3;
      continue;
    }
    if (glob[at] === '\\') at++;
    const from = glob[at] ?? '';
    if (glob[at + 1] !== '-' || glob[at + 2] === ']' || glob[at + 2] === undefined) {
      members.push((char) => char === from);
      continue;
    }
    at += glob[at + 2] === '\\' ? 3 : 2;
    const to = glob[at] ?? '';
    members.push((char) => char >= from && char <= to);
  }
  return undefined;
}

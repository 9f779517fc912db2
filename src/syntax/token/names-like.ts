import type { TokenRange } from './token-range.ts';
import type { Tokens } from './tokens.ts';

const known = new WeakMap<Tokens, Map<RegExp, Uint8Array>>();

/**
 * Of the identifiers of a file, by their numbers, those that match a pattern: 1, the others 0. Each name is asked once.
 */
export function namesLike(tokens: Tokens, pattern: RegExp): Uint8Array {
  const ofFile = known.get(tokens) ?? new Map<RegExp, Uint8Array>();
  known.set(tokens, ofFile);
  const before = ofFile.get(pattern);
  if (before) return before;
  const { names } = tokens;
  const found = Uint8Array.from({ length: names.count }, (_, id) => (pattern.test(names.word(id)) ? 1 : 0));
  ofFile.set(pattern, found);
  return found;
}

/** Whether an identifier that matches a pattern stands in a stretch. */
export function hasNameLike({ tokens, first, last }: TokenRange, pattern: RegExp): boolean {
  const found = namesLike(tokens, pattern);
  if (!found.includes(1)) return false;
  for (let at = first; at < last; at++) {
    const id = tokens.ids[at] ?? -1;
    if (id >= 0 && found[id] === 1) return true;
  }
  return false;
}

import * as T from './token-kind.ts';
import type { Tokens } from './tokens.ts';

/** A stretch of the tokens of one file: from `first` up to `last`, which is not part of it. */
export interface TokenRange {
  readonly tokens: Tokens;
  readonly first: number;
  readonly last: number;
}

/** A question about one token. */
export type TokenTest = (tokens: Tokens, at: number) => boolean;

/** Whether an identifier stands in a stretch, at a place that passes the test where there is one. */
export function hasName(range: TokenRange, name: string, test?: TokenTest): boolean {
  for (let at = nameIn(range, name, range.first); at !== -1; at = nameIn(range, name, at + 1)) {
    if (!test || test(range.tokens, at)) return true;
  }
  return false;
}

/** The first token at or behind `from` that is this identifier, within the stretch; -1 where there is none. */
export function nameIn({ tokens: { ids, names }, last }: TokenRange, name: string, from: number): number {
  const id = names.find(name);
  if (id === -1 || from >= last) return -1;
  const found = ids.subarray(from, last).indexOf(id);
  return found === -1 ? -1 : from + found;
}

/** The first token at or behind `from` that is of this kind, within the stretch; -1 where there is none. */
export function kindIn({ tokens: { kinds }, last }: TokenRange, kind: number, from: number): number {
  if (from >= last) return -1;
  const found = kinds.subarray(from, last).indexOf(kind);
  return found === -1 ? -1 : from + found;
}

/** Whether a token of this kind stands in a stretch, at a place that passes the test where there is one. */
export function hasKind(range: TokenRange, kind: number, test?: TokenTest): boolean {
  for (let at = kindIn(range, kind, range.first); at !== -1; at = kindIn(range, kind, at + 1)) {
    if (!test || test(range.tokens, at)) return true;
  }
  return false;
}

/** The token behind the bracket that closes the one at `open`, or `limit`. */
export function behindBracket({ kinds }: Tokens, open: number, limit: number): number {
  let depth = 0;
  for (let at = open; at < limit; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind) && --depth === 0) return at + 1;
  }
  return limit;
}

/** The bracket that opens the one closed at `close`; -1 where it is not near. */
export function openingBracket({ kinds }: Tokens, close: number, limit: number): number {
  let depth = 0;
  for (let at = close; at >= limit; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isClosing(kind)) depth++;
    else if (T.isOpening(kind) && --depth === 0) return at;
  }
  return -1;
}

import type { Span } from '../span.ts';

/**
 * The tokens of one file as go/scanner gives them, those that it puts in at line ends included, comments apart. Columns
 * of numbers, one row a token: offsets are UTF-16 code units, as in the tree.
 */
export interface Tokens {
  readonly count: number;
  /** As in token-kind.ts. */
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  /** Exclusive. */
  readonly ends: Int32Array;
  /** The number of an identifier, equal for equal names of this file; -1 for all other tokens. */
  readonly ids: Int32Array;
  /** All comments of the file, in order. */
  readonly comments: readonly Span[];
  /** The identifiers by their numbers. */
  readonly names: Names;
}

/** The identifiers of one file, each once. */
export interface Names {
  readonly count: number;
  /** The number of a name; -1 where it is no identifier of the file. */
  find(name: string): number;
  /** The name of a number. */
  word(id: number): string;
  /** The first token that is the identifier of this number. */
  first(id: number): number;
  /** The next token with the same identifier; -1 behind the last one. */
  next(token: number): number;
}

/** The first token that begins at or behind an offset. */
export function tokenFrom({ starts, count }: Tokens, offset: number): number {
  let low = 0;
  for (let high = count; low < high;) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

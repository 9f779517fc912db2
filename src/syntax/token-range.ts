import type { Tokens } from './tokens.ts';

/** A stretch of the tokens of one file: from `first` up to `last`, which is not part of it. */
export interface TokenRange {
  readonly tokens: Tokens;
  readonly first: number;
  readonly last: number;
}

/** Whether an identifier stands in a stretch. */
export function hasName(range: TokenRange, name: string): boolean {
  return nameIn(range, name, range.first) !== -1;
}

/** The first token at or behind `from` that is this identifier, within the stretch; -1 where there is none. */
export function nameIn({ tokens: { ids, names }, last }: TokenRange, name: string, from: number): number {
  const id = names.find(name);
  if (id === -1) return -1;
  const found = ids.subarray(from, last).indexOf(id);
  return found === -1 ? -1 : from + found;
}

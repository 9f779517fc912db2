/** A source of random decisions that gives the same ones for the same seed. */
export interface Random {
  /** From 0 up to, not including, the limit. */
  readonly below: (limit: number) => number;
  /** One of a list that is not empty. */
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  /** True so many times in a hundred. */
  readonly percent: (chance: number) => boolean;
}

/** Mulberry32: small, and good enough to shake programs. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    const once = Math.imul(state ^ (state >>> 15), state | 1);
    const twice = once ^ (once + Math.imul(once ^ (once >>> 7), once | 61));
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { below, pick: (list) => list[below(list.length)], percent: (chance) => below(100) < chance };
}

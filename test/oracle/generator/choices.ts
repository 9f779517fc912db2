import { random } from '../../fuzz/random.ts';

/** The random decisions of the generator, the same ones for the same seed. */
export interface Choices {
  /** A whole number from 0 up to, and without, the bound. */
  readonly below: (bound: number) => number;
  /** One of a list; undefined where it is empty. */
  readonly pick: <T>(list: readonly T[]) => T | undefined;
  /** True so many times in a hundred. */
  readonly percent: (chance: number) => boolean;
}

/** Opens the decisions of a seed. */
export function choices(seed: number): Choices {
  const { below } = random(seed);
  return { below, pick: (list) => list[below(list.length)], percent: (chance) => below(100) < chance };
}

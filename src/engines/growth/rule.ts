import type { RuleMeta } from '../../spec.ts';
import type { Need } from '../need.ts';
import { words } from '../need.ts';

/** A container that lives as long as the process, gets entries while it runs, and loses none. */
export interface Growth extends RuleMeta {
  readonly engine: 'growth';
  readonly container: 'map' | 'slice';
  /** The last words, in lower case, of what comes and goes while a program runs: there is no end of such keys. */
  readonly entities: readonly string[];
  /**
   * Those of them that a program also has of its own, and then few: they tell for certain only what a request brings.
   */
  readonly ambiguous: readonly string[];
  /** The last words, in lower case, of what somebody configures: as many as there are, and seldom more. */
  readonly settings: readonly string[];
  /**
   * What starts a goroutine or takes a resource when it is made: given to LoadOrStore, one is lost with each call.
   * `...` stands for any beginning.
   */
  readonly owning: readonly string[];
  /** What makes something that there is one of for each of those who ask, however the key is called: a rate limiter. */
  readonly perKey?: readonly string[];
}

/** What a package must hold for a container of it to grow. */
export function needsOfGrowth({ container }: Growth): Need {
  return [
    { here: [container === 'slice' ? words('append') : words('map', 'Map')] },
    { anywhere: [words('map', 'Map')] },
  ];
}

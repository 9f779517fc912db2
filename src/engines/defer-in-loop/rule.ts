import type { RuleMeta } from '../../spec.ts';
import type { Need } from '../need.ts';
import { words } from '../need.ts';

/** Deferred calls that pile up, because a loop comes round to their defer statement again before the function ends. */
export interface DeferInLoop extends RuleMeta {
  readonly engine: 'defer-in-loop';
  /**
   * Methods that release what one pass acquired: `Close`. Matter where the loop ends; in one that does not, any
   * deferred call does.
   */
  readonly releases: readonly string[];
  /**
   * The beginnings, in lower case, of functions that release their arguments, and words in the names of function values
   * that release: .
   */
  readonly releasing: readonly string[];
  /**
   * Methods that release what they go through when they answer false: a loop with one as its condition leaves nothing.
   */
  readonly exhaustedBy: readonly string[];
  /**
   * Functions that read to the end, and which of their arguments; and the names of fields and ends of methods that give
   * what is over then.
   */
  readonly drainedBy: Readonly<Record<string, number>>;
  readonly drained: readonly string[];
  /** Functions that give what ends at a deadline, their second argument. */
  readonly deadlines: readonly string[];
  /** Methods that unlock, and the method that then waits for ever in the next pass. */
  readonly unlocks: Readonly<Record<string, string>>;
}

/** What a package must hold for a deferred call to pile up. */
export function needsOfDefer(): Need {
  return [{ here: [words('defer'), { kind: 'deferred-in-loop' }] }];
}

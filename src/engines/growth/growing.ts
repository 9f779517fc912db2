import type { Confidence, Level } from '../../spec.ts';

/** How sure it is that an insertion makes its container grow without end. */
export interface Growing {
  readonly level: Level;
  readonly confidence: Confidence;
}

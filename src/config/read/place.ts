/** Where something stands in a configuration file. Line and column count from 1. */
export interface Place {
  /** As it is to be shown: relative to the working directory where that is inside. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

/** A value and the place that sets it. */
export interface Sourced<T> {
  readonly value: T;
  readonly at: Place;
}

import type { Place } from './place.ts';

/** A value of a configuration file, with the place it stands at. */
export type Value = Scalar | List | Table;

/** A text, number, boolean or null. */
export interface Scalar {
  readonly kind: 'scalar';
  readonly value: unknown;
  /** As written, quotes and escapes removed: `1.20` stays what it is. */
  readonly source: string;
  readonly at: Place;
}

/** A sequence. */
export interface List {
  readonly kind: 'list';
  readonly items: readonly Value[];
  readonly at: Place;
}

/** A mapping; no key is there twice. */
export interface Table {
  readonly kind: 'table';
  readonly entries: readonly Entry[];
  readonly at: Place;
}

/** A key with its value. */
export interface Entry {
  readonly key: string;
  readonly value: Value;
  /** The place of the key. */
  readonly at: Place;
}

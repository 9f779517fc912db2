import type { RuleMeta } from '../../spec.ts';
import type { Need } from '../need.ts';
import { lastName, packageOf, words } from '../need.ts';

/** Values with connections of their own that are made for one call, and dropped with what they keep open. */
export interface DroppedTransport extends RuleMeta {
  readonly engine: 'dropped-transport';
  /** The type of such a value, and the field of another type that holds it: `net/http.Transport`, `net/http.Client`. */
  readonly type: string;
  readonly client: { readonly type: string; readonly field: string };
  /** Fields of the value that bound what stays. */
  readonly bounded: readonly string[];
  /** Fields with a function that makes the connections: what one gives that dials nothing is not known. */
  readonly dials: readonly string[];
  /** Methods of either that open a connection, and the one that closes those that are idle. */
  readonly requests: readonly string[];
  readonly release: string;
  /** Functions of other packages that only set such a value up. */
  readonly configuring: readonly string[];
}

/** What a package must hold for such a value to be made in it. */
export function needsOfTransport({ type }: DroppedTransport): Need {
  return [{ here: [{ kind: 'import', anyOf: [packageOf(type)] }, words(lastName(type))] }];
}

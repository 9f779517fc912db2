import type { DeclInfo } from '../../../model/info.ts';
import type { Expr, Node } from '../../../syntax/ast.ts';

/** How an entry comes in. */
export type Manner =
  /** `m[k] = v`, `m.Store(k, v)` */
  | 'stores'
  /** `m[k] = append(m[k], v)`, `s = append(s, v)` */
  | 'appends'
  /** `m[k]++`, `m[k] += n` */
  | 'counts';

/** Something is put into the container. */
export interface Insertion {
  readonly kind: 'insertion';
  readonly node: Node;
  readonly info: DeclInfo;
  readonly manner: Manner;
  /** Undefined for a slice. */
  readonly key: Expr | undefined;
  readonly value: Expr | undefined;
  /** Whether it goes into what an entry holds, as in `m[a][b] = v`. */
  readonly nested: boolean;
}

/** What one use of a container does to its size. */
export type Effect =
  | Insertion
  /** Entries are taken out or bounded, or the container goes where that may happen. */
  | { readonly kind: 'release' }
  /** What an entry holds is made smaller; the entry stays. */
  | { readonly kind: 'inner-release'; readonly node: Node; readonly info: DeclInfo }
  /**
   * A finalizer of the stored value takes its entry out, which it never does: the container keeps the value reachable.
   */
  | { readonly kind: 'finalizer'; readonly node: Node; readonly info: DeclInfo }
  | { readonly kind: 'none' };

/** A use that changes nothing. */
export const none: Effect = { kind: 'none' };

/** A use that may take entries out. */
export const release: Effect = { kind: 'release' };

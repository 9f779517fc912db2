import type { Func, Var } from '../../../model/info.ts';
import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import type { Hold } from '../hold/hold.ts';

/** What one use of the variable that holds a resource does to the duty. */
export type Meaning =
  /** The resource is released here. */
  | { readonly kind: 'release' }
  /** A deferred release, bound to the value the variable has at the defer statement. */
  | { readonly kind: 'deferred-release' }
  /** The resource is used, its channel received from: the duty stays. */
  | { readonly kind: 'use' }
  /** As `use`, by a function that a go statement starts with it. */
  | { readonly kind: 'started'; readonly func: Func }
  /** The variable is given another value. */
  | { readonly kind: 'overwrite' }
  /** Another local variable holds it from here on, too. */
  | { readonly kind: 'alias'; readonly variable: Var; readonly hold: Hold }
  /**
   * Handed to a function of the workspace that gives it back, as it is or in something that ends it, as the result
   * numbered `result` of `call`, and leaves it alone where that gives an error.
   */
  | { readonly kind: 'carried'; readonly call: CallExpr; readonly result: number }
  /** Handed to where we cannot see: the duty goes with it. */
  | { readonly kind: 'escape' };

/** The meanings that carry nothing else. */
export const release: Meaning = { kind: 'release' };
/** See `release`. */
export const deferred: Meaning = { kind: 'deferred-release' };
/** See `release`. */
export const plainUse: Meaning = { kind: 'use' };
/** See `release`. */
export const escape: Meaning = { kind: 'escape' };

/** Whether a value is dropped there: `_ = v`. */
export function isBlank(target: Expr): boolean {
  return target.kind === 'Ident' && target.name === '_';
}

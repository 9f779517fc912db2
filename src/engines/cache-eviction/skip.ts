import type { FuncNode } from '../../model/info.ts';
import type { CallExpr, Expr, Node } from '../../syntax/ast.ts';
import type { Call } from '../../model/code/calls.ts';
import { sameExpr } from '../../model/same-expr.ts';

/** A call on the cache that drops values without the callback, in a function that may run often. */
export interface Skip extends Call {
  readonly name: string;
  readonly func: FuncNode;
  /** The cache as written: `s.cache`. */
  readonly receiver: Expr;
}

/** Whether a node calls one of these methods on the same cache, as written. */
export function isCallOn(skip: Skip, names: readonly string[], node: Node): node is CallExpr {
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr' || !names.includes(node.fun.sel.name)) return false;
  return sameExpr(node.fun.x, skip.receiver, skip.info);
}

/** Whether a call has the same key, as written. */
export function isForKey({ args: [first] }: CallExpr, key: Expr, { info }: Skip): boolean {
  return first !== undefined && sameExpr(first, key, info);
}

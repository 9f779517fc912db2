import type { Node } from '../../syntax/ast.ts';

/** Whether one node stands within another. */
export function isWithin(inner: Node, outer: Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

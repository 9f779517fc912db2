import type { Expr, Node } from '../syntax/ast.ts';
import { isExpr } from '../syntax/is-expr.ts';
import { someNode, walk } from '../syntax/walk.ts';
import type { DeclInfo } from './info.ts';
import { textOf } from './text-of.ts';

/** Whether two expressions of one declaration are written alike, and their names stand for the same objects. */
export function sameExpr(a: Expr, b: Expr, info: DeclInfo): boolean {
  if (a === b) return true;
  return a.kind === b.kind && textOf(a, info) === textOf(b, info) && sameObjects(a, b, info);
}

/** Whether an expression is a part of another one, or the whole of it. */
export function holdsExpr(whole: Expr, part: Expr, info: DeclInfo): boolean {
  return someNode(whole, (node) => node.kind === part.kind && isExpr(node) && sameExpr(node, part, info));
}

/**
 * Whether the names of two expressions that are written alike stand for the same objects: in a scope of its own a name
 * may mean another one.
 */
export function sameObjects(a: Expr, b: Expr, info: DeclInfo): boolean {
  const now = objectsIn(b, info);
  return objectsIn(a, info).every((object, index) => object === now[index]);
}

function objectsIn(expr: Node, info: DeclInfo): readonly ReturnType<DeclInfo['objectOf']>[] {
  const objects: ReturnType<DeclInfo['objectOf']>[] = [];
  walk(expr, (node) => {
    if (node.kind === 'Ident') objects.push(info.objectOf(node));
  });
  return objects;
}

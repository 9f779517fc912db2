import type { DeclInfo } from '../../../model/info.ts';
import type { Expr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';

/**
 * Whether two conditions of one text are about the same variables: each `if err := f(); err != nil` has an error of its
 * own.
 */
export function sameObjects(a: Expr, b: Expr, info: DeclInfo): boolean {
  const now = objectsIn(b, info);
  return objectsIn(a, info).every((object, index) => object === now[index]);
}

function objectsIn(cond: Expr, info: DeclInfo): readonly ReturnType<DeclInfo['objectOf']>[] {
  const objects: ReturnType<DeclInfo['objectOf']>[] = [];
  walk(cond, (node) => {
    if (node.kind === 'Ident') objects.push(info.objectOf(node));
  });
  return objects;
}

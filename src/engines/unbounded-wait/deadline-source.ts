import type { DeclInfo, Var } from '../../model/info.ts';
import { dereferenced, typeNameOf } from '../../model/types/type.ts';
import { calleeOf, funcOf, typeOf } from '../../model/types/type-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { setsDeadline } from './deadline-calls.ts';

/** Functions that give what others gave them are followed so deep. */
const sourceDepth = 3;

/**
 * Whether a connection has a deadline from where it comes from: the function that gave it sets one, or it is a field of
 * a type of another package, in which a function that knows the type does, or of such a type itself. `variables` are those that hold it.
 */
export function isBoundedAtSource(connection: Expr, variables: readonly Var[], info: DeclInfo): boolean {
  const made = variables.flatMap(({ origin }) => (origin?.kind === 'value' ? [origin.value] : []));
  return [connection, ...made].some((each) => isGivenBounded(each, info, sourceDepth) || someNode(each, (node) =>
    node.kind === 'SelectorExpr' && (isTypeBounded(node.x, info) || isTypeBounded(node, info))));
}

function isGivenBounded(value: Expr, info: DeclInfo, depth: number): boolean {
  if (value.kind !== 'CallExpr' || depth === 0) return false;
  const func = funcOf(calleeOf(value, info, info.file.package));
  const callee = func && func.file.package.infoOf(func);
  if (!callee) return false;
  return (
    setsDeadline(callee.decl, callee.decl.end)
    || someNode(
      callee.decl,
      (node) => node.kind === 'ReturnStmt' && node.results.some((each) => isGivenBounded(each, callee, depth - 1)),
    )
  );
}

/** Whether a value is of a type of another package, and a function there that knows the type sets a deadline. */
function isTypeBounded(value: Expr, info: DeclInfo): boolean {
  const type = typeNameOf(dereferenced(typeOf(value, info, info.file.package)));
  const home = type?.info.file.package;
  if (!type || !home || home.isOwn) return false;
  return home
    .declarationsUsing(type.spec.name.name)
    .some(({ decl }) => decl.kind === 'FuncDecl' && setsDeadline(decl, decl.end));
}

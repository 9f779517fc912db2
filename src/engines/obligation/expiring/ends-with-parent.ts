import { takesRequest } from '../../../facts/brought.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { rootVar } from '../../../model/names/entity-name.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Expr } from '../../../syntax/ast.ts';
import type { Acquisition } from '../find/acquisition.ts';
import { firstArgument } from '../find/first-argument.ts';
import type { Context } from '../context.ts';

/** Variables that hold a context are followed so far. */
const mostVariables = 4;

/**
 * Whether what is left with a context goes with it soon enough: it is that of the request or connection itself, or who
 * knows whose. Only a context that a receiver or the package has, in a function that is given the request, outlives it
 * for certain.
 */
export function endsWithParent(acquisition: Acquisition, { rule: { lasting } }: Context): boolean {
  const { info, call, name } = acquisition;
  if (!lasting || !matchesName(name, lasting.of)) return false;
  const parent = firstArgument(acquisition);
  const { decl } = info;
  if (!parent || decl.kind !== 'FuncDecl' || info.enclosingFunc(call) !== decl || !takesRequest(decl, info))
    return true;
  return !isOfOwner(parent, info, mostVariables);
}

/**
 * `s.ctx`, where `s` is the receiver or a package variable, a package variable itself, and a local variable that holds
 * one of these.
 */
function isOfOwner(expr: Expr, info: DeclInfo, depth: number): boolean {
  if (depth === 0) return false;
  if (expr.kind === 'SelectorExpr') {
    const root = rootVar(expr, info);
    return root?.role === 'recv' || root?.role === 'package';
  }
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  if (object?.kind !== 'Var') return false;
  if (object.role === 'package') return true;
  if (object.role !== 'local' || object.origin?.kind !== 'value') return false;
  const isGivenOnce = info.usesOf(object).every((use) => useOf(use, info).kind !== 'assigned');
  return isGivenOnce && isOfOwner(object.origin.value, info, depth - 1);
}

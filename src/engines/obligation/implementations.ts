import { guards } from '../../flow/guards.ts';
import { implementations } from '../../facts/implementations.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { typeFromExpr, typeString } from '../../model/type.ts';
import { typeOf } from '../../model/type-of.ts';
import type { Expr, FuncDecl, FuncType, ReturnStmt, SelectorExpr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { Context } from './context.ts';
import { identOf } from './ident-of.ts';
import { isInBranch } from './in-branch.ts';
import { meaningOf } from './meaning.ts';
import { isNilTest, isNotEqual } from './nil-test.ts';

/** The types of all results of a function, as Go prints them. */
export function resultTypes({ results }: FuncType, info: DeclInfo): readonly string[] {
  return results.flatMap((field) =>
    Array<string>(Math.max(1, field.names.length)).fill(typeString(typeFromExpr(field.type, info))));
}

/**
 * Whether the methods that may stand behind one of an interface have all released what they give as this result: those of
 * the workspace that implement it or, where that is not known, those of the package by their name and results. Undefined
 * where there is no such method.
 */
export function isGivenReleased(
  { x, sel: { name: method } }: SelectorExpr, types: readonly string[], result: number, from: DeclInfo, context: Context,
): boolean | undefined {
  const known = implementations(typeOf(x, from, context.model), method)?.map((func) => context.model.infoOf(func));
  const methods = (known ?? context.model.mentioning(method, from.file)).flatMap((info) => {
    const { decl } = info;
    const isOne = decl.kind === 'FuncDecl' && decl.recv !== undefined && decl.name.name === method && decl.body !== undefined
      && resultTypes(decl.type, info).join() === types.join();
    return isOne ? [{ decl, info }] : [];
  });
  return methods.length === 0 ? undefined : methods.every(({ decl, info }) => returnsReleased(decl, result, info, context));
}

/** Whether what a function returns at this place has been released, or will be when it returns, wherever it is not nil. */
function returnsReleased(func: FuncDecl, result: number, info: DeclInfo, context: Context): boolean {
  const returned = returnsOf(func, info).map(({ results }) => results[result]);
  return returned.every((value) => {
    if (value?.kind === 'Ident' && value.name === 'nil') return true;
    const variable = value && identOf(value, info);
    return variable !== undefined && info.usesOf(variable).some((ident) => releases(ident, variable, info, context));
  });
}

/** Whether a use releases the value on every way on which there is one. */
function releases(ident: Expr, variable: Var, info: DeclInfo, context: Context): boolean {
  const { kind } = meaningOf(ident, info, context);
  if (kind !== 'release' && kind !== 'deferred-release') return false;
  return !isInBranch(ident, info)
    || guards(ident, info).every(({ cond, value }) => isNilTest(cond, variable, info) && value === isNotEqual(cond));
}

function returnsOf(func: FuncDecl, info: DeclInfo): readonly ReturnStmt[] {
  const found: ReturnStmt[] = [];
  walk(func, (node) => {
    if (node.kind === 'ReturnStmt' && info.enclosingFunc(node) === func) found.push(node);
  });
  return found;
}

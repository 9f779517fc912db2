import { implementations } from '../../../facts/implementations.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { typeFromExpr, typeString } from '../../../model/types/type.ts';
import { signatureOf } from '../../../model/types/signature-of.ts';
import { calleeOf, funcOf, typeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { CallExpr, Expr, FuncDecl, FuncType, ReturnStmt, SelectorExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import type { Context } from '../context.ts';
import { identOf } from '../hold/ident-of.ts';
import { isInBranch } from './in-branch.ts';
import { meaningOf } from '../meaning/meaning.ts';

/** The types of all results of a function, as Go prints them. */
export function resultTypes({ results }: FuncType, info: DeclInfo): readonly string[] {
  return results.flatMap((field) =>
    Array<string>(Math.max(1, field.names.length)).fill(typeString(typeFromExpr(field.type, info))));
}

/** Functions that give what others gave them are followed so deep. */
const givingDepth = 4;

/**
 * Whether the methods that may stand behind one of an interface have all released what they give as this result: those
 * of the workspace that implement it or, where that is not known, those of the package by their name and results.
 * Undefined where there is no such method.
 */
export function isGivenReleased(
  { x, sel: { name: method } }: SelectorExpr,
  types: readonly string[],
  result: number,
  from: DeclInfo,
  context: Context,
  depth = givingDepth,
): boolean | undefined {
  const known = implementations(typeOf(x, from, context.model), method)?.map((func) => context.model.infoOf(func));
  const methods = (known ?? from.file.package.declarationsUsing(method, from.file)).flatMap((info) => {
    const { decl } = info;
    const isOne =
      decl.kind === 'FuncDecl'
      && decl.recv !== undefined
      && decl.name.name === method
      && decl.body !== undefined
      && resultTypes(decl.type, info).join() === types.join();
    return isOne ? [{ decl, info }] : [];
  });
  return methods.length === 0
    ? undefined
    : methods.every(({ decl, info }) => returnsReleased(decl, result, info, context, depth));
}

/**
 * Whether what a function returns at this place has been released, or will be when it returns, wherever it is not nil.
 */
function returnsReleased(func: FuncDecl, result: number, info: DeclInfo, context: Context, depth: number): boolean {
  const returned = returnsOf(func, info);
  return returned.length > 0 && returned.every(({ results }) => {
    const [only] = results;
    if (results.length === 1 && only?.kind === 'CallExpr')
      return isCallReleased(only, result, info, context, depth - 1);
    const value = results[result];
    if (value?.kind === 'Ident' && value.name === 'nil') return true;
    if (value?.kind === 'CallExpr') return isCallReleased(value, 0, info, context, depth - 1);
    const variable = value && identOf(value, info);
    if (!variable) return false;
    return (
      info.usesOf(variable).some((ident) => releases(ident, variable, info, context))
      || isMadeReleased(variable, info, context, depth - 1)
    );
  });
}

/** Whether a variable holds only what a call gave that had released it. */
function isMadeReleased(variable: Var, info: DeclInfo, context: Context, depth: number): boolean {
  const { origin } = variable;
  if (origin?.kind !== 'value' || origin.value.kind !== 'CallExpr') return false;
  const isOnly = info.usesOf(variable).every((ident) => useOf(ident, info).kind !== 'assigned');
  return isOnly && isCallReleased(origin.value, origin.index, info, context, depth);
}

/** Whether what a call gives has been released by what it calls, as far as that belongs to the workspace. */
function isCallReleased(call: CallExpr, result: number, info: DeclInfo, context: Context, depth: number): boolean {
  if (depth <= 0) return false;
  const func = funcOf(calleeOf(call, info, context.model));
  const callee = func && context.model.infoOf(func);
  if (callee) return callee.decl.kind === 'FuncDecl' && returnsReleased(callee.decl, result, callee, context, depth);
  const signature = call.fun.kind === 'SelectorExpr' ? signatureOf(call, info, context.model) : undefined;
  if (!signature || call.fun.kind !== 'SelectorExpr') return false;
  return isGivenReleased(call.fun, resultTypes(signature.type, signature.info), result, info, context, depth) ?? false;
}

/** Whether a use releases the value on every way on which there is one. */
function releases(ident: Expr, variable: Var, info: DeclInfo, context: Context): boolean {
  const { kind } = meaningOf(ident, info, context);
  return (kind === 'release' || kind === 'deferred-release') && !isInBranch(ident, info, variable);
}

function returnsOf(func: FuncDecl, info: DeclInfo): readonly ReturnStmt[] {
  const found: ReturnStmt[] = [];
  walk(func, (node) => {
    if (node.kind === 'ReturnStmt' && info.enclosingFunc(node) === func) found.push(node);
  });
  return found;
}

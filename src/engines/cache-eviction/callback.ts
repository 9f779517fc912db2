import { methodOf } from '../../model/types/members.ts';
import type { DeclInfo, FuncNode, Var } from '../../model/info.ts';
import { typeOf } from '../../model/types/type-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { CacheContext } from './cache-context.ts';
import type { CacheGroup } from './cache-group.ts';
import { callsNamed } from '../../model/code/calls.ts';
import { receiverPlace } from './place.ts';
import type { Fate } from './value-fate.ts';
import { fateOf } from './value-fate.ts';

/** A callback that makes use of the values that leave a cache. */
export interface Callback {
  /** Where it is set. */
  readonly at: Expr;
  readonly info: DeclInfo;
  readonly fate: Exclude<Fate, { readonly kind: 'ignored' }>;
}

/**
 * The callback of a cache, where it has one that uses its value: one that only counts or forgets the key misses
 * nothing.
 */
export function callbackOf(group: CacheGroup, context: CacheContext): Callback | undefined {
  for (const { at, info } of candidates(group, context)) {
    const func = functionOf(at, info, context);
    const value = func && parameter(func.func, func.info, context.cache.value);
    const fate = func && value ? fateOf(value, func.info, context) : undefined;
    if (fate && fate.kind !== 'ignored') return { at, info, fate };
  }
  return undefined;
}

interface Candidate {
  readonly at: Expr;
  readonly info: DeclInfo;
}

/** Every expression that is set as the callback of the cache. */
function candidates(group: CacheGroup, context: CacheContext): readonly Candidate[] {
  const { cache } = context;
  const given = group.call.args[cache.constructors[group.constructor] ?? -1];
  return [
    ...(given ? [{ at: given, info: group.info }] : []),
    ...(cache.setter === '' ? [] : [...setByMethod(group, context), ...setByField(group, context)]),
  ];
}

function setByMethod(group: CacheGroup, context: CacheContext): readonly Candidate[] {
  const { cache: { setter }, model } = context;
  return callsNamed([setter], model).flatMap(({ call, info }): Candidate[] => {
    const [at] = call.args;
    if (!at || call.fun.kind !== 'SelectorExpr') return [];
    const place = receiverPlace(call.fun.x, setter, info, context);
    return group.chain.includes(call) || (place !== undefined && group.places.has(place)) ? [{ at, info }] : [];
  });
}

/** `c.OnEvicted = func(…) { … }` */
function setByField(group: CacheGroup, context: CacheContext): readonly Candidate[] {
  const { cache: { setter }, model } = context;
  return model.declarationsUsing(setter).flatMap((info) => {
    const found: Candidate[] = [];
    walk(info.decl, (node) => {
      if (node.kind !== 'AssignStmt') return;
      node.lhs.forEach((target, index) => {
        const at = node.rhs[index];
        if (target.kind !== 'SelectorExpr' || target.sel.name !== setter || !at) return;
        const place = receiverPlace(target.x, setter, info, context);
        if (place !== undefined && group.places.has(place)) found.push({ at, info });
      });
    });
    return found;
  });
}

/**
 * The function an expression is, where the package shows it: a literal, a function, a method value, a variable of a
 * literal.
 */
function functionOf(
  expr: Expr,
  info: DeclInfo,
  context: CacheContext,
): { readonly func: FuncNode; readonly info: DeclInfo } | undefined {
  const { model } = context;
  if (expr.kind === 'FuncLit') return { func: expr, info };
  if (expr.kind === 'SelectorExpr') {
    const method = methodOf(typeOf(expr.x, info, model), expr.sel.name);
    return method && declared(model.infoOf(method));
  }
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  if (object?.kind === 'Func') return declared(model.infoOf(object));
  if (object?.kind !== 'Var' || object.origin?.kind !== 'value') return undefined;
  return object.origin.value.kind === 'FuncLit' ? { func: object.origin.value, info: object.info } : undefined;
}

function declared(info: DeclInfo): { readonly func: FuncNode; readonly info: DeclInfo } | undefined {
  return info.decl.kind === 'FuncDecl' ? { func: info.decl, info } : undefined;
}

function parameter(func: FuncNode, info: DeclInfo, index: number): Var | undefined {
  const ident = func.type.params.flatMap((field) => field.names)[index];
  const object = ident && info.objectOf(ident);
  return object?.kind === 'Var' ? object : undefined;
}

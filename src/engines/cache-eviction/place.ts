import { fieldType, methodOf } from '../../model/types/members.ts';
import type { DeclInfo, Func, Var } from '../../model/info.ts';
import type { Type } from '../../model/types/type.ts';
import { dereferenced, typeFromExpr, typeString } from '../../model/types/type.ts';
import { calleeOf, typeOf } from '../../model/types/type-of.ts';
import type { CompositeLit, Expr } from '../../syntax/ast.ts';
import type { CacheContext } from './cache-context.ts';
import { isOfLibrary } from './cache-context.ts';

/**
 * Where a value is kept, as a text: a variable, a field of a type of the package, the result of a function. Fields are
 * told apart by the type they belong to, not by the object: all values of a type are taken to hold alike.
 */
export type Place = string;

/** How far variables that hold what others held are followed. */
const aliasLimit = 4;

/** The place an expression names; undefined for what is no place, or of unknown type. */
export function placeOf(expr: Expr, info: DeclInfo, context: CacheContext, depth = aliasLimit): Place | undefined {
  switch (expr.kind) {
    case 'Ident': {
      const object = info.objectOf(expr);
      return object?.kind === 'Var' ? variablePlace(object, context, depth) : undefined;
    }
    case 'StarExpr':
      return placeOf(expr.x, info, context, depth);
    case 'UnaryExpr':
      return expr.op === '&' ? placeOf(expr.x, info, context, depth) : undefined;
    case 'SelectorExpr':
      return fieldPlace(typeOf(expr.x, info, context.model), expr.sel.name);
    case 'IndexExpr': {
      const container = placeOf(expr.x, info, context, depth);
      return container === undefined ? undefined : `${container}[]`;
    }
    case 'CallExpr': {
      const callee = calleeOf(expr, info, context.model);
      return callee?.kind === 'Func' ? resultPlace(callee.func) : undefined;
    }
    default:
      return undefined;
  }
}

/** The place of the cache on which a method is called: of an embedded one, the field of the struct around it. */
export function receiverPlace(expr: Expr, method: string, info: DeclInfo, context: CacheContext): Place | undefined {
  const { cache, model } = context;
  const type = dereferenced(typeOf(expr, info, model));
  if (type?.kind === 'Named' && !methodOf(type, method)) {
    const embedded = cache.types.find((name) =>
      isOfLibrary(typeString(dereferenced(fieldType(type, name))), name, cache),
    );
    if (embedded !== undefined) return fieldPlace(type, embedded);
  }
  return placeOf(expr, info, context);
}

/** A local variable that only names another place is that place. */
function variablePlace(variable: Var, context: CacheContext, depth: number): Place {
  const { origin, info } = variable;
  const named = depth > 0 && variable.role === 'local' && origin?.kind === 'value' && origin.index === 0
    ? placeOf(origin.value, info, context, depth - 1)
    : undefined;
  return (
    named
    ?? (variable.role === 'package' ? `var ${variable.name}` : `var ${info.file.source.path}:${variable.ident.pos}`)
  );
}

/** The place of a field; undefined where its owner is no type of this package. */
function fieldPlace(owner: Type | undefined, field: string): Place | undefined {
  const type = dereferenced(owner);
  return type?.kind === 'Named' ? `field ${typeString(type)}.${field}` : undefined;
}

/** The place of a field that a composite literal fills. */
export function elementPlace(literal: CompositeLit, field: string | undefined, info: DeclInfo): Place | undefined {
  return literal.type && field !== undefined ? fieldPlace(typeFromExpr(literal.type, info), field) : undefined;
}

/** The place that stands for what a function returns first. */
export function resultPlace({ declaration }: Pick<Func, 'declaration'>): Place {
  return `result ${declaration.receiver ?? ''}.${declaration.name ?? ''}`;
}

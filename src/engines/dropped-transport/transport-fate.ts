import { callersOf } from '../../facts/callers.ts';
import { funcAt } from '../../facts/functions/func-at.ts';
import { resultTargets } from '../../model/code/assignment.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { parameterAt } from '../../model/code/parameter-at.ts';
import { typeFromExpr, typeString } from '../../model/types/type.ts';
import { calleeOf, funcOf } from '../../model/types/type-of.ts';
import { literalRole, useOf } from '../../model/code/use.ts';
import type { CallExpr, Expr } from '../../syntax/ast.ts';
import type { DroppedTransport } from './rule.ts';

/**
 * What becomes of a transport, or of a client with it: `used` for requests and dropped; only looked at (`unused`); or
 * it may go on living, or somebody releases it (`kept`).
 */
export type TransportFate = 'used' | 'unused' | 'kept';

/** Functions that give it back, or are given it, are followed so far. */
const depthLimit = 6;

/** What becomes of a value, in its function, in those that are given it, and in those that are given it back. */
export function transportFate(value: Expr, info: DeclInfo, rule: DroppedTransport, depth = depthLimit): TransportFate {
  if (depth === 0) return 'kept';
  const use = useOf(value, info);
  switch (use.kind) {
    case 'stored':
      return storedFate(use.target, info, rule, depth);
    case 'element': {
      const isClient = use.field === rule.client.field && use.literal.type !== undefined
        && typeString(typeFromExpr(use.literal.type, info)) === rule.client.type;
      const parent = info.parent(use.literal);
      return isClient ? transportFate(parent?.kind === 'UnaryExpr' ? parent : use.literal, info, rule, depth) : 'kept';
    }
    case 'method-call':
      return use.name === rule.release ? 'kept' : rule.requests.includes(use.name) ? 'used' : 'unused';
    case 'selected': // its fields may be set; who takes the transport out of the client may do anything
      return use.name === rule.client.field && useOf(use.selector, info).kind !== 'assigned' ? 'kept' : 'unused';
    case 'argument':
      return argumentFate(use.call, use.index, info, rule, depth);
    case 'returned':
      return returnedFate(value, info, rule, depth);
    case 'compared':
    case 'dropped':
      return 'unused';
    case 'assigned':
      return 'unused';
    default:
      return 'kept';
  }
}

function storedFate(target: Expr, info: DeclInfo, rule: DroppedTransport, depth: number): TransportFate {
  const isField = target.kind === 'SelectorExpr' && target.sel.name === rule.client.field;
  const holder = localOf(isField ? target.x : target, info);
  if (!holder || (isField && !isMadeHere(holder))) return 'kept';
  return variableFate(holder, info, rule, depth);
}

/** Whether a client is one that the function makes: `client := &http.Client{}`, `var client http.Client`. */
function isMadeHere({ origin }: Var): boolean {
  const value = origin?.kind === 'value' ? origin.value : undefined;
  return origin === undefined || (value?.kind === 'UnaryExpr' ? value.x : value)?.kind === 'CompositeLit';
}

function localOf(expr: Expr, info: DeclInfo): Var | undefined {
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  return object?.kind === 'Var' && object.role === 'local' && object.func === info.enclosingFunc(expr)
    ? object
    : undefined;
}

function variableFate(variable: Var, info: DeclInfo, rule: DroppedTransport, depth: number): TransportFate {
  return worst(info.usesOf(variable).map((ident) => {
    const func = info.enclosingFunc(ident);
    const isLater =
      func !== variable.func
      && (func?.kind !== 'FuncLit' || !['inline', 'deferred', 'goroutine'].includes(literalRole(func, info)));
    return isLater ? 'kept' : transportFate(ident, info, rule, depth - 1);
  }));
}

function worst(fates: readonly TransportFate[]): TransportFate {
  return fates.find((fate) => fate === 'kept') ?? fates.find((fate) => fate === 'used') ?? 'unused';
}

function argumentFate(
  call: CallExpr,
  index: number,
  info: DeclInfo,
  rule: DroppedTransport,
  depth: number,
): TransportFate {
  const callee = calleeOf(call, info, info.file.package);
  const func = funcOf(callee);
  if (!func) return callee?.kind === 'Foreign' && rule.configuring.includes(callee.name) ? 'unused' : 'kept';
  const where = func.file.package.infoOf(func);
  const parameter = where.decl.kind === 'FuncDecl' ? parameterAt(where.decl, index, where) : undefined;
  return parameter && !parameter.variadic ? variableFate(parameter, where, rule, depth) : 'kept';
}

/** Of a value that is returned all callers decide: where there may be others it is kept. */
function returnedFate(value: Expr, info: DeclInfo, rule: DroppedTransport, depth: number): TransportFate {
  const statement = info.parent(value);
  const func = info.enclosingFunc(value) === info.decl ? funcAt(info) : undefined;
  if (statement?.kind !== 'ReturnStmt' || !func) return 'kept';
  const place = statement.results.indexOf(value);
  const { calls, values, isComplete } = callersOf(func);
  if (!isComplete || values.length > 0 || calls.length === 0) return 'kept';
  return worst(calls.map((site) => {
    if (statement.results.length === 1) return transportFate(site.call, site.info, rule, depth - 1);
    const target = resultTargets(site.call, site.info)[place];
    return target ? storedFate(target, site.info, rule, depth - 1) : 'kept';
  }));
}

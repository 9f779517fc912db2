import type { CallExpr, Expr, FuncType, Ident, SelectorExpr } from '../syntax/ast.ts';
import type { DeclInfo, Func, Origin, Var } from './info.ts';
import { knownResults, knownVariables } from './known-apis.ts';
import { embeddedForeign, fieldType, methodOf } from './members.ts';
import type { PackageModel } from './package-model.ts';
import type { Type } from './type.ts';
import { dereferenced, typeFromExpr, typeString, underlying } from './type.ts';

/** What a call calls. */
export type Callee =
  /** A function or method of this package. */
  | { readonly kind: 'Func'; readonly func: Func }
  /** One of another package or of the universe, spelled as Go prints it: `time.NewTicker`, `(*time.Ticker).Stop`, `panic`. */
  | { readonly kind: 'Foreign'; readonly name: string };

/** Chains of `a := b; b := c()` longer than this have no type: a bound for hostile code, out of reach for real code. */
const chainLimit = 12;

/** The type of an expression as far as the package shows it. */
export function typeOf(expr: Expr, info: DeclInfo, model: PackageModel, depth = 0): Type | undefined {
  if (depth > chainLimit) return undefined;
  const of = (x: Expr): Type | undefined => typeOf(x, info, model, depth + 1);
  switch (expr.kind) {
    case 'Ident':
      return typeOfIdent(expr, info, model, depth);
    case 'ParenExpr':
      return of(expr.x);
    case 'SelectorExpr':
      return packageVariable(expr, info) ?? fieldType(of(expr.x), expr.sel.name);
    case 'StarExpr':
      return pointee(of(expr.x));
    case 'UnaryExpr':
      if (expr.op === '&') return { kind: 'Pointer', elem: of(expr.x) };
      return expr.op === '<-' ? channelElem(of(expr.x)) : undefined;
    case 'CompositeLit':
      return expr.type && typeFromExpr(expr.type, info);
    case 'TypeAssertExpr':
      return expr.type && typeFromExpr(expr.type, info);
    case 'IndexExpr':
      return element(of(expr.x));
    case 'SliceExpr':
      return of(expr.x);
    case 'FuncLit':
      return { kind: 'Func', type: expr.type, info };
    case 'CallExpr':
      return resultType(expr, 0, info, model, depth + 1);
    default:
      return undefined;
  }
}

/** The type of a variable: declared, or that of its initialiser. */
export function typeOfVar(variable: Var, model: PackageModel, depth = 0): Type | undefined {
  if (depth > chainLimit) return undefined;
  if (variable.type) {
    const written = typeFromExpr(variable.type, variable.info);
    return variable.variadic ? { kind: 'Slice', elem: written } : written;
  }
  return variable.origin && typeOfOrigin(variable.origin, variable.info, model, depth + 1);
}

/** What a call calls; undefined for conversions, function values and receivers of unknown type. */
export function calleeOf(call: CallExpr, info: DeclInfo, model: PackageModel, depth = 0): Callee | undefined {
  const fun = functionOf(call.fun);
  if (fun.kind === 'Ident') return calleeOfIdent(fun, info, model, depth);
  if (fun.kind !== 'SelectorExpr') return undefined;
  const qualifier = fun.x.kind === 'Ident' ? info.objectOf(fun.x) : undefined;
  if (qualifier?.kind === 'PkgName') return { kind: 'Foreign', name: `${qualifier.path}.${fun.sel.name}` };
  return methodCallee(typeOf(fun.x, info, model, depth + 1), fun.sel.name, model);
}

/** `f`, `f[T]` and `(f)` alike give `f`. */
function functionOf(fun: Expr): Expr {
  if (fun.kind === 'ParenExpr' || fun.kind === 'IndexExpr') return functionOf(fun.x);
  return fun;
}

function calleeOfIdent(ident: Ident, info: DeclInfo, model: PackageModel, depth: number): Callee | undefined {
  const object = info.objectOf(ident);
  if (object?.kind === 'Func') return { kind: 'Func', func: object };
  if (object?.kind === 'Imported') return { kind: 'Foreign', name: `${object.path}.${object.name}` };
  if (object?.kind === 'Universe') return { kind: 'Foreign', name: object.name };
  return object?.kind === 'Var' && depth < chainLimit ? functionValue(object, model, depth) : undefined;
}

/** `var newTicker = time.NewTicker` and its like: a variable that is, from its declaration, a named function. */
function functionValue(variable: Var, model: PackageModel, depth: number): Callee | undefined {
  const { origin, info } = variable;
  if (origin?.kind !== 'value' || origin.count !== 1) return undefined;
  const { value } = origin;
  if (value.kind === 'Ident') return calleeOfIdent(value, info, model, depth + 1);
  if (value.kind !== 'SelectorExpr' || value.x.kind !== 'Ident') return undefined;
  const qualifier = info.objectOf(value.x);
  return qualifier?.kind === 'PkgName' ? { kind: 'Foreign', name: `${qualifier.path}.${value.sel.name}` } : undefined;
}

function methodCallee(receiver: Type | undefined, name: string, model: PackageModel): Callee | undefined {
  const func = methodOf(receiver, name, model);
  if (func) return { kind: 'Func', func };
  const owner = promotes(receiver, name, model) ? embeddedForeign(receiver) : receiver;
  const base = dereferenced(owner);
  if (base?.kind !== 'Foreign') return undefined;
  return { kind: 'Foreign', name: owner === base ? `(${typeString(base)}).${name}` : `(*${typeString(base)}).${name}` };
}

/** Whether a type of this package declares nothing of that name, so that what it embeds may have it. */
function promotes(type: Type | undefined, name: string, model: PackageModel): boolean {
  const base = dereferenced(type);
  return base?.kind === 'Named' && !model.hasMethod(base.object.spec.name.name, name) && fieldType(type, name) === undefined;
}

function typeOfIdent(ident: Ident, info: DeclInfo, model: PackageModel, depth: number): Type | undefined {
  const object = info.objectOf(ident);
  return object?.kind === 'Var' ? typeOfVar(object, model, depth) : undefined;
}

function typeOfOrigin(origin: Origin, info: DeclInfo, model: PackageModel, depth: number): Type | undefined {
  if (origin.kind === 'range') return rangeType(typeOf(origin.range.x, info, model, depth), origin.index);
  if (origin.count === 1) return typeOf(origin.value, info, model, depth);
  if (origin.value.kind === 'CallExpr') return resultType(origin.value, origin.index, info, model, depth);
  // `v, ok := m[k]`, `v, ok := <-c`, `v, ok := x.(T)`
  return origin.index === 0 ? typeOf(origin.value, info, model, depth) : undefined;
}

function resultType(call: CallExpr, index: number, info: DeclInfo, model: PackageModel, depth: number): Type | undefined {
  const callee = calleeOf(call, info, model, depth);
  if (callee?.kind === 'Func') return resultOfFunc(callee.func, index, model);
  if (callee?.kind === 'Foreign' && (callee.name === 'make' || callee.name === 'new')) return builtinResult(callee.name, call, info);
  if (callee?.kind === 'Foreign') return knownResults[callee.name]?.[index];
  const value = typeOf(call.fun, info, model, depth + 1);
  if (value?.kind === 'Func') return resultOfType(value.type, index, value.info);
  return index === 0 && call.args.length === 1 ? typeFromExpr(call.fun, info) : undefined;
}

function builtinResult(name: 'make' | 'new', call: CallExpr, info: DeclInfo): Type | undefined {
  const type = call.args[0] && typeFromExpr(call.args[0], info);
  return name === 'make' ? type : type && { kind: 'Pointer', elem: type };
}

function resultOfFunc(func: Func, index: number, model: PackageModel): Type | undefined {
  const info = model.infoOf(func);
  return info.decl.kind === 'FuncDecl' ? resultOfType(info.decl.type, index, info) : undefined;
}

function resultOfType(type: FuncType, index: number, info: DeclInfo): Type | undefined {
  const results = type.results.flatMap((field) => Array<Expr>(Math.max(1, field.names.length)).fill(field.type));
  const result = results[index];
  return result && typeFromExpr(result, info);
}

function rangeType(operand: Type | undefined, index: 0 | 1): Type | undefined {
  const type = underlying(operand);
  if (type?.kind === 'Map') return index === 0 ? type.key : type.elem;
  if (type?.kind === 'Chan') return index === 0 ? type.elem : undefined;
  return index === 1 ? element(type) : undefined;
}

function element(container: Type | undefined): Type | undefined {
  const type = underlying(container);
  const indexed = type?.kind === 'Pointer' ? underlying(type.elem) : type;
  return indexed?.kind === 'Slice' || indexed?.kind === 'Array' || indexed?.kind === 'Map' ? indexed.elem : undefined;
}

function pointee(type: Type | undefined): Type | undefined {
  const pointer = underlying(type);
  return pointer?.kind === 'Pointer' ? pointer.elem : undefined;
}

function channelElem(type: Type | undefined): Type | undefined {
  const channel = underlying(type);
  return channel?.kind === 'Chan' ? channel.elem : undefined;
}

/** The type of a variable of another package, as far as rules speak of it. */
function packageVariable({ x, sel }: SelectorExpr, info: DeclInfo): Type | undefined {
  const qualifier = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  return qualifier?.kind === 'PkgName' ? knownVariables[`${qualifier.path}.${sel.name}`] : undefined;
}

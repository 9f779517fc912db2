import type { BasicLit, CallExpr, Expr, FuncType, Ident, SelectorExpr } from '../../syntax/ast.ts';
import type { DeclInfo, Func, Origin, Var } from '../info.ts';
import { knownResults, knownVariables } from './known-apis.ts';
import { embeddedForeign, fieldType, interfaceMethod, methodOf } from './members.ts';
import { objectAt } from './object-at.ts';
import type { PackageModel } from '../package-model.ts';
import type { Type } from './type.ts';
import { dereferenced, typeFromExpr, typeNameOf, typeString, underlying } from './type.ts';

/** What a call calls. */
export type Callee =
  /** A function or method of the package under analysis. */
  | { readonly kind: 'Func'; readonly func: Func }
  /**
   * One of another package or of the universe, spelled as Go prints it: `time.NewTicker`, `(*time.Ticker).Stop`,
   * `panic`. `func` gives its declaration where its package belongs to the workspace.
   */
  | { readonly kind: 'Foreign'; readonly name: string; readonly func?: () => Func | undefined };

/** Chains of `a := b; b := c()` longer than this have no type: a bound for hostile code, out of reach for real code. */
const chainLimit = 12;

/** The declaration of what is called; undefined outside of the workspace, and where builds differ about it. */
export function funcOf(callee: Callee | undefined): Func | undefined {
  return callee?.kind === 'Func' ? callee.func : callee?.func?.();
}

/** The type of an expression as far as the workspace shows it. */
export function typeOf(expr: Expr, info: DeclInfo, model: PackageModel, depth = 0): Type | undefined {
  if (depth > chainLimit) return undefined;
  const of = (x: Expr): Type | undefined => typeOf(x, info, model, depth + 1);
  switch (expr.kind) {
    case 'Ident':
      return typeOfIdent(expr, info, model, depth);
    case 'BasicLit':
      return { kind: 'Foreign', path: '', name: literalTypes[expr.tok] };
    case 'SelectorExpr':
      return packageVariable(expr, info, model, depth) ?? fieldType(of(expr.x), expr.sel.name);
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

/** The types that literals have by default. */
const literalTypes = {
  INT: 'int',
  FLOAT: 'float64',
  IMAG: 'complex128',
  CHAR: 'rune',
  STRING: 'string',
} as const satisfies Record<BasicLit['tok'], string>;

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
  if (qualifier?.kind === 'PkgName') return calleeAt(qualifier.path, fun.sel.name, info);
  return methodCallee(typeOf(fun.x, info, model, depth + 1), fun.sel.name);
}

/** A function of another package, which may be the one under analysis where that package imports it. */
function calleeAt(path: string, name: string, info: DeclInfo): Callee {
  const { file } = info;
  const func = (): Func | undefined => {
    const object = objectAt(path, name, file);
    return object?.kind === 'Func' ? object : undefined;
  };
  const own = file.package.others.package(path, file.package)?.isOwn ? func() : undefined;
  return own ? { kind: 'Func', func: own } : { kind: 'Foreign', name: `${path}.${name}`, func };
}

function calleeOfFunc(func: Func): Callee {
  const { isOwn, importPath } = func.file.package;
  if (isOwn || importPath === undefined) return { kind: 'Func', func };
  return { kind: 'Foreign', name: `${importPath}.${func.declaration.name ?? ''}`, func: () => func };
}

/** `f`, `f[T]` and `(f)` alike give `f`. */
function functionOf(fun: Expr): Expr {
  if (fun.kind === 'IndexExpr') return functionOf(fun.x);
  return fun;
}

function calleeOfIdent(ident: Ident, info: DeclInfo, model: PackageModel, depth: number): Callee | undefined {
  const object = info.objectOf(ident);
  if (object?.kind === 'Func') return calleeOfFunc(object);
  if (object?.kind === 'Imported') return calleeAt(object.path, object.name, info);
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
  return qualifier?.kind === 'PkgName' ? calleeAt(qualifier.path, value.sel.name, info) : undefined;
}

function methodCallee(receiver: Type | undefined, name: string, depth = 0): Callee | undefined {
  const func = methodOf(receiver, name);
  if (func?.file.package.isOwn) return { kind: 'Func', func };
  const embedded = !func && depth < chainLimit && promotes(receiver, name) ? embeddedForeign(receiver) : undefined;
  if (embedded) return methodCallee(embedded, name, depth + 1);
  const base = dereferenced(receiver);
  if (base?.kind !== 'Foreign') return undefined;
  const spelled = receiver === base ? `(${typeString(base)}).${name}` : `(*${typeString(base)}).${name}`;
  return { kind: 'Foreign', name: spelled, ...(func && { func: () => func }) };
}

/** Whether a type of the workspace declares nothing of that name, so that what it embeds may have it. */
function promotes(type: Type | undefined, name: string): boolean {
  const object = typeNameOf(dereferenced(type));
  return (
    object !== undefined
    && !object.info.file.package.hasMethod(object.spec.name.name, name)
    && fieldType(type, name) === undefined
  );
}

function typeOfIdent(ident: Ident, info: DeclInfo, model: PackageModel, depth: number): Type | undefined {
  const object = info.objectOf(ident);
  if (object?.kind === 'Imported') return typeOfVariableAt(object.path, object.name, info, model, depth);
  return object?.kind === 'Var' ? typeOfVar(object, model, depth) : undefined;
}

function typeOfOrigin(origin: Origin, info: DeclInfo, model: PackageModel, depth: number): Type | undefined {
  if (origin.kind === 'range') return rangeType(typeOf(origin.range.x, info, model, depth), origin.index);
  if (origin.count === 1) return typeOf(origin.value, info, model, depth);
  if (origin.value.kind === 'CallExpr') return resultType(origin.value, origin.index, info, model, depth);
  // `v, ok := m[k]`, `v, ok := <-c`, `v, ok := x.(T)`
  return origin.index === 0 ? typeOf(origin.value, info, model, depth) : undefined;
}

function resultType(
  call: CallExpr,
  index: number,
  info: DeclInfo,
  model: PackageModel,
  depth: number,
): Type | undefined {
  const callee = calleeOf(call, info, model, depth);
  if (callee?.kind === 'Foreign' && (callee.name === 'make' || callee.name === 'new'))
    return builtinResult(callee.name, call, info);
  if (callee?.kind === 'Foreign' && knownResults[callee.name]) return knownResults[callee.name]?.[index];
  const func = funcOf(callee);
  if (func) return resultOfFunc(func, index, model);
  const method =
    call.fun.kind === 'SelectorExpr'
      ? interfaceMethod(typeOf(call.fun.x, info, model, depth + 1), call.fun.sel.name)
      : undefined;
  if (method) return resultOfType(method.type, index, method.info);
  const value = underlying(typeOf(call.fun, info, model, depth + 1));
  if (value?.kind === 'Func') return resultOfType(value.type, index, value.info);
  const converted = index === 0 && call.args.length === 1 ? typeFromExpr(call.fun, info) : undefined;
  // an unknown function looks like an unknown type
  return callee === undefined || typeNameOf(converted) ? converted : undefined;
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

/** The type of a variable of another package of the workspace, or of others as far as rules speak of it. */
function packageVariable(
  { x, sel }: SelectorExpr,
  info: DeclInfo,
  model: PackageModel,
  depth: number,
): Type | undefined {
  const qualifier = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  return qualifier?.kind === 'PkgName' ? typeOfVariableAt(qualifier.path, sel.name, info, model, depth) : undefined;
}

function typeOfVariableAt(
  path: string,
  name: string,
  info: DeclInfo,
  model: PackageModel,
  depth: number,
): Type | undefined {
  const object = objectAt(path, name, info.file);
  return object?.kind === 'Var' ? typeOfVar(object, model, depth + 1) : knownVariables[`${path}.${name}`];
}

import { isLinked } from '../syntax/outline/doc-comment.ts';
import { isConcrete } from '../knowledge/concrete-types.ts';
import { libraryMethods } from '../knowledge/library-methods.ts';
import type { DeclInfo, Func, PackageModel } from '../model/info.ts';
import { methodOf } from '../model/types/members.ts';
import { hasMethodsOf, promotesUnknown } from './has-methods-of.ts';
import { objectAt } from '../model/types/object-at.ts';
import type { Type } from '../model/types/type.ts';
import { dereferenced, typeNameOf, typeOfName, underlying } from '../model/types/type.ts';
import { typeOf } from '../model/types/type-of.ts';
import type { CallExpr, Expr, Ident, Node, SelectorExpr } from '../syntax/ast.ts';
import { IDENT } from '../syntax/token/token-kind.ts';
import { callBracket, isSelected } from '../syntax/token/token-place.ts';
import type { TokenTest } from '../syntax/token/token-range.ts';
import { behindBracket, kindIn } from '../syntax/token/token-range.ts';
import { walk } from '../syntax/walk.ts';
import { isExported } from '../syntax/is-exported.ts';

/** One call that calls a function, or for all that is known may call it. */
export interface CallSite {
  readonly call: CallExpr;
  readonly info: DeclInfo;
  /** Whether it is only for all that is known: through an interface, or on a value of unknown type. */
  readonly isGuess?: boolean;
}

/** Who calls a function, as far as the workspace shows it. */
export interface Callers {
  /**
   * All direct calls, tests left out; of a method also the calls through interfaces and values of unknown type that may
   * mean it.
   */
  readonly calls: readonly CallSite[];
  /** The places that name it without calling it there. */
  readonly values: readonly { readonly expr: Expr; readonly info: DeclInfo }[];
  /** Whether there can be no other call: nobody outside of the workspace, and no library, can reach the function. */
  readonly isComplete: boolean;
}

/** So many declarations are looked through for one function. */
const mostDeclarations = 400;

/** Trees are shared by the analyses of several packages, models are not. */
const known = new WeakMap<PackageModel, Map<Func['declaration'], Callers>>();

/** All that calls a function or method, in its own package and in the others of the workspace. */
export function callersOf(func: Func): Callers {
  const ofPackage = known.get(func.file.package) ?? new Map<Func['declaration'], Callers>();
  known.set(func.file.package, ofPackage);
  const found = ofPackage.get(func.declaration) ?? lookFor(func);
  ofPackage.set(func.declaration, found);
  return found;
}

const knownNear = new WeakMap<PackageModel, Map<Func['declaration'], readonly CallSite[]>>();

/** So many calls are looked at where each of them may decide. */
const mostNear = 20;

/**
 * The first calls of a function or method in its own package and in those that import it, without those that are given
 * nothing but constants: cheaper than all, and enough where one decides. Not taken from all callers where these are known:
 * the answer must not depend on what was asked before.
 */
export function nearCalls(func: Func): readonly CallSite[] {
  const { declaration, file: { package: own } } = func;
  const ofPackage = knownNear.get(own) ?? new Map<Func['declaration'], readonly CallSite[]>();
  knownNear.set(own, ofPackage);
  const found = ofPackage.get(declaration) ?? lookNear(func);
  ofPackage.set(declaration, found);
  return found;
}

function lookNear(func: Func): readonly CallSite[] {
  const { declaration: { name = '', receiver }, file: { package: own } } = func;
  const importers = isExported(name) ? own.others.importers(own) : [];
  const calls: CallSite[] = [];
  let looked = 0;
  for (const model of [own, ...(importers ?? [])]) {
    for (const { info } of model.mentions(name, func.file, receiver === undefined ? takesNames : takesNamesOn)) {
      if (calls.length >= mostNear || ++looked > mostDeclarations) return calls;
      const where = info();
      for (const expr of referencesIn(where, func, receiver !== undefined)) {
        const call = callOf(expr, where);
        if (call) calls.push({ call, info: where });
      }
    }
  }
  return calls.slice(0, mostNear);
}

/** A call with a name among its arguments: what has none is given constants. */
const takesNames: TokenTest = (tokens, at) => {
  const open = callBracket(tokens, at);
  return (
    open !== -1 && kindIn({ tokens, first: open, last: behindBracket(tokens, open, tokens.count) }, IDENT, open) !== -1
  );
};

const takesNamesOn: TokenTest = (tokens, at) => isSelected(tokens, at) && takesNames(tokens, at);

function lookFor(func: Func): Callers {
  const { declaration: { name = '', receiver }, file: { package: own } } = func;
  return lookIn(
    func,
    !isExported(name) ? [] : receiver === undefined ? own.others.importers(own) : own.others.selecting(name, own),
  );
}

function lookIn(func: Func, packages: readonly PackageModel[] | undefined): Callers {
  const { declaration: { receiver }, file: { package: own } } = func;
  const calls: CallSite[] = [];
  const values: { expr: Expr; info: DeclInfo }[] = [];
  let looked = 0;
  for (const model of new Set([own, ...(packages ?? [])])) {
    for (const info of declarationsUsing(func, model)) {
      if (++looked > mostDeclarations) return { calls: [], values: [], isComplete: false };
      for (const expr of referencesIn(info, func, receiver !== undefined)) {
        const call = callOf(expr, info);
        if (call) calls.push({ call, info, isGuess: receiver !== undefined && !isOwnMethod(expr, info, func) });
        else values.push({ expr, info });
      }
    }
  }
  return { calls, values, isComplete: packages !== undefined && !isReachableFromOutside(func, calls.length > 0) };
}

function declarationsUsing({ declaration: { name = '' }, file }: Func, model: PackageModel): readonly DeclInfo[] {
  return model.declarationsUsing(name, file);
}

/** The references of a declaration to a function; of a method also what may be one. */
function referencesIn(info: DeclInfo, func: Func, isOfType: boolean): readonly Expr[] {
  const { name } = func.declaration;
  const found: Expr[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'SelectorExpr' && node.sel.name === name) {
      if (isOfType ? maySelectMethod(node, info, func) : selectsFunction(node, info, func)) found.push(node);
    } else if (!isOfType && node.kind === 'Ident' && node.name === name && namesFunction(node, info, func)) found.push(node);
  });
  return found;
}

function namesFunction(ident: Ident, info: DeclInfo, func: Func): boolean {
  if (isName(ident, info.parent(ident))) return false;
  const object = info.objectOf(ident);
  if (object?.kind === 'Imported') return leadsTo(object.path, info, func);
  if (object?.kind === 'Func') return object.declaration === func.declaration;
  // builds differ about it
  return object === undefined && info.file.package === func.file.package && !isKey(ident, info);
}

/** The name of a declaration or of a selector is no use of what else has that name. */
function isName(ident: Ident, parent: Node | undefined): boolean {
  return (
    (parent?.kind === 'SelectorExpr' && parent.sel === ident)
    || (parent?.kind === 'FuncDecl' && parent.name === ident)
    || parent?.kind === 'Field'
    || parent?.kind === 'TypeSpec'
    || parent?.kind === 'LabeledStmt'
    || parent?.kind === 'BranchStmt'
  );
}

function isKey(ident: Ident, info: DeclInfo): boolean {
  const parent = info.parent(ident);
  return parent?.kind === 'KeyValueExpr' && parent.key === ident;
}

function selectsFunction({ x }: SelectorExpr, info: DeclInfo, func: Func): boolean {
  const qualifier = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  return qualifier?.kind === 'PkgName' && leadsTo(qualifier.path, info, func);
}

/** Whether `pkg.Name` is the function; where builds differ about it, it may be. */
function leadsTo(path: string, info: DeclInfo, func: Func): boolean {
  if (info.file.package.others.package(path, info.file.package) !== func.file.package) return false;
  const object = objectAt(path, func.declaration.name ?? '', info.file);
  return object === undefined || (object.kind === 'Func' && object.declaration === func.declaration);
}

/** Whether a selector is the method; through an interface, or a value of unknown type, it may be. */
function maySelectMethod(selector: SelectorExpr, info: DeclInfo, func: Func): boolean {
  const { x, sel } = selector;
  if (x.kind === 'Ident' && info.objectOf(x)?.kind === 'PkgName') return false;
  const type = typeOf(x, info, info.file.package);
  const method = type && methodOf(type, sel.name);
  if (method) return method.declaration === func.declaration;
  if (type && isReceiver(type, func)) return true;
  return (type === undefined || mayHold(type, func)) && fits(selector, info, func);
}

/** Whether a selector selects the method of a type that is known to be its own. */
function isOwnMethod(expr: Expr, info: DeclInfo, func: Func): boolean {
  const type = expr.kind === 'SelectorExpr' ? typeOf(expr.x, info, info.file.package) : undefined;
  return type !== undefined && methodOf(type, func.declaration.name ?? '')?.declaration === func.declaration;
}

/** Whether a call has as many arguments as a function has parameters; what is no call may become any. */
function fits(selector: SelectorExpr, info: DeclInfo, func: Func): boolean {
  const call = callOf(selector, info);
  const { decl } = func.file.package.infoOf(func);
  if (!call || decl.kind !== 'FuncDecl' || call.ellipsis) return true;
  const { params } = decl.type;
  const count = params.reduce((sum, { names }) => sum + Math.max(1, names.length), 0);
  const isVariadic = params.at(-1)?.type.kind === 'Ellipsis';
  const [only] = call.args;
  if (call.args.length === 1 && only?.kind === 'CallExpr') return true; // it may give several values
  return isVariadic ? call.args.length >= count - 1 : call.args.length === count;
}

/**
 * Whether a type is that of a method by its name: where builds differ about the type, or about the method, it may be.
 */
function isReceiver(type: Type, { declaration: { receiver }, file }: Func): boolean {
  const base = dereferenced(type);
  if (base?.kind === 'Named') return file.package.isOwn && base.object.spec.name.name === receiver;
  return base?.kind === 'Foreign' && base.path === file.package.importPath && base.name === receiver;
}

/**
 * Whether a value of a type may be one that has the method: of an interface that its type has all methods of, of a type
 * of a library that may be an interface, and of a struct that embeds one.
 */
function mayHold(type: Type, { declaration: { receiver = '' }, file }: Func): boolean {
  const base = underlying(type);
  if (base === undefined) return true;
  if (base.kind === 'Interface') {
    const object = file.package.member(receiver, file);
    const own = object?.kind === 'TypeName' ? typeOfName(object) : undefined;
    const contract = typeNameOf(type);
    return own === undefined || contract === undefined || hasMethodsOf(contract, own);
  }
  if (base.kind === 'Foreign')
    return (base.path !== '' && !isConcrete(base.path, base.name)) || base.name === 'any' || base.name === 'error';
  const name = typeNameOf(dereferenced(type));
  return name !== undefined && base.kind === 'Struct' && base.type.fields.some((field) => field.names.length === 0);
}

function callOf(expr: Expr, info: DeclInfo): CallExpr | undefined {
  const parent = info.parent(expr);
  if (parent?.kind === 'IndexExpr') return callOf(parent, info);
  return parent?.kind === 'CallExpr' && parent.fun === expr ? parent : undefined;
}

/**
 * An exported method of what embeds a type of a library, as controllers do: it may be called by its name, from a table
 * of routes.
 */
function isOfFramework(name: string, receiver: string, file: Func['file']): boolean {
  const object = isExported(name) ? file.package.member(receiver, file) : undefined;
  return object?.kind === 'TypeName' && promotesUnknown(object);
}

/**
 * Whether something outside of the workspace may call a function. What is in a table of routes is not called directly
 * as well.
 */
function isReachableFromOutside({ declaration: { name = '', receiver }, file }: Func, isCalled: boolean): boolean {
  if (receiver !== undefined && (libraryMethods.test(name) || (!isCalled && isOfFramework(name, receiver, file))))
    return true;
  if (isLinked(file.source, name)) return true;
  return isExported(name) && (receiver === undefined || isExported(receiver)) && !isClosedPackage(file.package);
}

/**
 * Whether only the module itself imports a package: a program, what is under `internal/`, what by convention belongs to
 * the programs below `cmd/`, and all of a module that is a program.
 */
export function isClosedPackage(model: PackageModel): boolean {
  const { name, importPath, others } = model;
  return (
    name === 'main'
    || (importPath !== undefined && /(?:^|\/)(?:internal|cmd)(?:\/|$)/.test(importPath))
    || others.isOfProgram(model)
  );
}

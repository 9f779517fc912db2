import { isConcrete } from '../../knowledge/concrete-types.ts';
import type { DeclInfo, Func, PackageModel } from '../../model/info.ts';
import { dotImports, importedPath } from '../../model/names/imports.ts';
import { methodOf } from '../../model/types/members.ts';
import { objectAt } from '../../model/types/object-at.ts';
import type { Type } from '../../model/types/type.ts';
import { dereferenced, typeNameOf, typeOfName, underlying } from '../../model/types/type.ts';
import { typeOf } from '../../model/types/type-of.ts';
import type { CallExpr, Expr, Ident, Node, SelectorExpr } from '../../syntax/ast.ts';
import type { PlaceTest } from '../../syntax/source-file.ts';
import { FUNC, IDENT, RPAREN } from '../../syntax/token/token-kind.ts';
import { isAlone, isSelected } from '../../syntax/token/token-place.ts';
import { walk } from '../../syntax/walk.ts';
import { hasMethodsOf } from '../has-methods-of.ts';

/** Where the name of a function or method may refer to it, in the files of a package: asked before they are parsed. */
export function mayReferTo({ declaration: { receiver }, file }: Func, model: PackageModel): PlaceTest {
  if (receiver !== undefined) return isSelected;
  return model === file.package ? isUsedAlone : isQualified(file.package.name);
}

/** A name that nothing stands before which makes it that of a field or a method, nor of the function itself. */
const isUsedAlone: PlaceTest = (tokens, at) =>
  isAlone(tokens, at) && tokens.kinds[at - 1] !== FUNC && tokens.kinds[at - 1] !== RPAREN;

/** `pkg.Name` behind a name that the file has for a package, or any where it has names of others without one. */
function isQualified(name: string): PlaceTest {
  return (tokens, at, file) => {
    if (!isSelected(tokens, at)) return dotImports(file).length > 0;
    const { kinds, ids, names } = tokens;
    const qualifier = kinds[at - 2] === IDENT ? names.word(ids[at - 2] ?? -1) : undefined;
    return qualifier !== undefined && (qualifier === name || importedPath(file, qualifier) !== undefined);
  };
}

/** The references of a declaration to a function; of a method also what may be one. */
export function referencesIn(info: DeclInfo, func: Func): readonly Expr[] {
  const { name, receiver } = func.declaration;
  const isOfType = receiver !== undefined;
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
export function isOwnMethod(expr: Expr, info: DeclInfo, func: Func): boolean {
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

/** The call that an expression is called by. */
export function callOf(expr: Expr, info: DeclInfo): CallExpr | undefined {
  const parent = info.parent(expr);
  if (parent?.kind === 'IndexExpr') return callOf(parent, info);
  return parent?.kind === 'CallExpr' && parent.fun === expr ? parent : undefined;
}

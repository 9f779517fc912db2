import { isAlone, isSelected } from '../../syntax/token/token-place.ts';
import type { Expr, FuncDecl, Ident, Node } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { DeclInfo } from '../info.ts';
import type { PackageModel } from '../package-model.ts';
import { dereferenced } from '../types/type.ts';
import { calleeOf, typeOf } from '../types/type-of.ts';
import { useOf } from '../code/use.ts';

/** One place where a function or method of the package is named: called, or handed on as a value. */
export interface Reference {
  /** The name, or the whole selector `x.name`. */
  readonly expr: Expr;
  readonly info: DeclInfo;
}

/** A thousand goroutines in one function ask for them. */
const known = new WeakMap<DeclInfo, readonly Reference[]>();

/** All places that name a function or method; those whose receiver has no known type are not among them. */
export function referencesTo(func: FuncDecl, info: DeclInfo, model: PackageModel): readonly Reference[] {
  const found = known.get(info) ?? lookFor(func, info, model);
  known.set(info, found);
  return found;
}

function lookFor(func: FuncDecl, info: DeclInfo, model: PackageModel): readonly Reference[] {
  const { name } = func.name;
  return model.declarationsUsing(name, info.file, func.recv ? isSelected : isAlone).flatMap((where) => {
    const found: Reference[] = [];
    walk(where.decl, (node) => {
      const expr = spelled(node, name, where);
      if (expr && standsFor(expr, func, where, model)) found.push({ expr, info: where });
    });
    return found;
  });
}

/** A node that spells the name, with its receiver or package where there is one. */
function spelled(node: Node, name: string, info: DeclInfo): Expr | undefined {
  if (node.kind === 'SelectorExpr') return node.sel.name === name ? node : undefined;
  if (node.kind !== 'Ident' || node.name !== name) return undefined;
  const parent = info.parent(node);
  return parent?.kind === 'SelectorExpr' && parent.sel === node ? undefined : node;
}

function standsFor(fun: Expr, func: FuncDecl, info: DeclInfo, model: PackageModel): boolean {
  const callee = calleeOf(
    { kind: 'CallExpr', fun, args: [], ellipsis: false, pos: fun.pos, end: fun.end },
    info,
    model,
  );
  return callee
    ? callee.kind === 'Func' && callee.func.file.package.infoOf(callee.func).decl === func
    : standsForTwins(fun, func, info, model);
}

/**
 * Whether the name stands for one function in one build and for another in others, of which this is one: then it has no
 * meaning of its own.
 */
function standsForTwins(fun: Expr, func: FuncDecl, info: DeclInfo, model: PackageModel): boolean {
  if (fun.kind === 'Ident') return !func.recv && isUnknown(fun, info, model);
  const receiver = fun.kind === 'SelectorExpr' && func.recv ? dereferenced(typeOf(fun.x, info, model)) : undefined;
  return receiver?.kind === 'Named' && receiver.object.spec.name.name === baseName(func.recv?.type);
}

/** Whether no scope and no file holds one meaning for a name that is used as a value; names of fields are no values. */
function isUnknown(ident: Ident, info: DeclInfo, model: PackageModel): boolean {
  return (
    info.objectOf(ident) === undefined
    && model.lookup(ident.name, info.file) === undefined
    && useOf(ident, info).kind !== 'other'
  );
}

/** `T` of `T`, `*T`, `*T[K]`. */
function baseName(type: Expr | undefined): string | undefined {
  switch (type?.kind) {
    case 'StarExpr':
    case 'IndexExpr':
      return baseName(type.x);
    default:
      return type?.kind === 'Ident' ? type.name : undefined;
  }
}

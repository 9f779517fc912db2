import type { TokenTest } from '../../syntax/token/token-range.ts';
import { isLiteral } from '../../syntax/token/token-place.ts';
import { FUNC, IDENT, LPAREN, MUL, PERIOD, RPAREN } from '../../syntax/token/token-kind.ts';
import type { CallExpr, CompositeLit, Field, Ident, Node, ValueSpec } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { DeclInfo, TypeName } from '../info.ts';
import { initialisesPackage, runsOnce } from '../code/lifetime.ts';
import type { PackageModel } from '../package-model.ts';
import { dereferenced } from './type.ts';
import { typeOf } from './type-of.ts';
import { isExported } from '../../syntax/is-exported.ts';

/**
 * Whether the values of a type, which no other package can make, are only made by initialisers of this one, or by what
 * runs once.
 */
export function isSingleton(type: TypeName, model: PackageModel): boolean {
  return !isExported(type.spec.name.name) && isMadeOnce(type, model);
}

/** Whether all values of a type that this package makes are made by initialisers, or by what runs once. */
export function isMadeOnce(type: TypeName, model: PackageModel): boolean {
  const places = constructions(type, model);
  return places.length > 0 && places.every(({ node, info }) => {
    const func = info.enclosingFunc(node);
    return !func || runsOnce(func, info, model) || initialisesPackage(func, info, model);
  });
}

/** Where a value of a type is made. */
export interface Construction {
  readonly node: Node;
  readonly info: DeclInfo;
}

/** The places that make a value of a type: composite literals, `new`, variables and fields of it. */
export function constructions(type: TypeName, model: PackageModel): readonly Construction[] {
  return model.declarationsUsing(type.spec.name.name, type.info.file, mayBeMade).flatMap((info) => {
    const found: Construction[] = [];
    walk(info.decl, (node) => {
      if (makes(node, type, info, model)) found.push({ node, info });
    });
    return found;
  });
}

/** A type otherwise than as the receiver, or what a pointer points to: most that mention one are its methods. */
const mayBeMade: TokenTest = (tokens, at) => {
  const { kinds } = tokens;
  if (kinds[at - 1] === PERIOD || (kinds[at - 1] === MUL && !isLiteral(tokens, at))) return false;
  const isReceiver =
    kinds[at - 3] === FUNC && kinds[at - 2] === LPAREN && kinds[at + 1] === RPAREN && kinds[at + 2] === IDENT;
  return !isReceiver;
};

function makes(node: Node, type: TypeName, info: DeclInfo, model: PackageModel): boolean {
  switch (node.kind) {
    case 'ValueSpec':
    case 'Field':
      return holdsValue(node, type, info);
    case 'CompositeLit':
      return isOf(node, type, info, model);
    case 'CallExpr':
      return node.fun.kind === 'Ident' && node.fun.name === 'new' && isOf(node, type, info, model);
    default:
      return false;
  }
}

/** A variable or field of the type itself; a receiver or parameter only borrows its value. */
function holdsValue(node: ValueSpec | Field, type: TypeName, info: DeclInfo): boolean {
  const parent = info.parent(node);
  const borrows = parent?.kind === 'FuncDecl' || parent?.kind === 'FuncType';
  return !borrows && node.type?.kind === 'Ident' && standsFor(node.type, type, info);
}

function standsFor(ident: Ident, type: TypeName, info: DeclInfo): boolean {
  const object = info.objectOf(ident);
  return object?.kind === 'TypeName' && object.spec === type.spec;
}

function isOf(expr: CompositeLit | CallExpr, type: TypeName, info: DeclInfo, model: PackageModel): boolean {
  const made = dereferenced(typeOf(expr, info, model));
  return made?.kind === 'Named' && made.object.spec === type.spec;
}

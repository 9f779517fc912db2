import type { DeclInfo, PackageModel, TypeName } from '../model/info.ts';
import { dereferenced, typeFromExpr, typeNameOf } from '../model/types/type.ts';
import { typeOf } from '../model/types/type-of.ts';
import type { Field, Node, ValueSpec } from '../syntax/ast.ts';
import { walk } from '../syntax/walk.ts';
import { isClosedPackage } from './callers.ts';
import { isExported } from '../syntax/is-exported.ts';

/** Where a value of a type is made. */
export interface Construction {
  readonly node: Node;
  readonly info: DeclInfo;
  /** The struct with a field of the type itself, as whose part the value is made. */
  readonly within: TypeName | undefined;
}

/** So many declarations are looked through for one type. */
const mostDeclarations = 400;

/**
 * All places that make a value of a type: composite literals, `new`, variables and fields of it. Undefined where not
 * all of them can be known, because other modules may make some, or because there are too many to look at.
 */
export function constructions(type: TypeName): readonly Construction[] | undefined {
  const { spec: { name: { name } }, info: { file } } = type;
  const own = file.package;
  if (isExported(name) && !isClosedPackage(own)) return undefined;
  const packages = isExported(name) ? own.others.holding(name, own) : [own];
  const infos = packages && [...new Set([own, ...packages])].flatMap((model) => model.declarationsUsing(name, file));
  return infos && infos.length <= mostDeclarations
    ? infos.flatMap((info) => madeIn(info, type, info.file.package))
    : undefined;
}

function madeIn(info: DeclInfo, type: TypeName, model: PackageModel): readonly Construction[] {
  const found: Construction[] = [];
  walk(info.decl, (node) => {
    if (makes(node, type, info, model)) found.push({ node, info, within: undefined });
    else if ((node.kind === 'ValueSpec' || node.kind === 'Field') && holdsValue(node, type, info))
      found.push({ node, info, within: node.kind === 'Field' ? structAround(node, info) : undefined });
  });
  return found;
}

function makes(node: Node, type: TypeName, info: DeclInfo, model: PackageModel): boolean {
  if (node.kind === 'CallExpr' && !(node.fun.kind === 'Ident' && node.fun.name === 'new')) return false;
  if (node.kind !== 'CompositeLit' && node.kind !== 'CallExpr') return false;
  return typeNameOf(dereferenced(typeOf(node, info, model)))?.spec === type.spec;
}

/** A variable or field of the type itself; a receiver, parameter or result only borrows its value. */
function holdsValue(node: ValueSpec | Field, type: TypeName, info: DeclInfo): boolean {
  const parent = info.parent(node);
  const borrows = parent?.kind === 'FuncDecl' || parent?.kind === 'FuncType';
  return !borrows && node.type !== undefined && typeNameOf(typeFromExpr(node.type, info))?.spec === type.spec;
}

/** The named struct type that a field is declared in; undefined for one without a name. */
function structAround(field: Field, info: DeclInfo): TypeName | undefined {
  const struct = info.parent(field);
  const spec = struct && info.parent(struct);
  const object = spec?.kind === 'TypeSpec' ? info.file.package.member(spec.name.name, info.file) : undefined;
  return object?.kind === 'TypeName' && object.spec === spec ? object : undefined;
}

import type { DeclInfo, Obj, TypeName, Var } from '../../../model/info.ts';
import { fieldOwner } from '../../../model/types/members.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { isMadeOnce } from '../../../model/types/singleton.ts';
import type { Type } from '../../../model/types/type.ts';
import { dereferenced, typeFromExpr, typeNameOf, typeOfName, underlying } from '../../../model/types/type.ts';
import { calleeOf, typeOf, typeOfVar } from '../../../model/types/type-of.ts';
import type { GrowingName } from './growing-names.ts';
import type { Expr, SelectorExpr, StructType } from '../../../syntax/ast.ts';
import type { Container, Form } from './container.ts';
import type { Context } from '../context.ts';
import { isService } from './is-service.ts';
import { isExported } from '../../../syntax/is-exported.ts';

/**
 * The containers that names stand for: package variables, and fields of what only package variables hold. Of a field it
 * is not yet known who holds it: `heldBy` tells.
 */
export function containersOf(names: readonly GrowingName[], context: Context): readonly Container[] {
  return names.flatMap((name) => [...new Set(declarersOf(name, context))].flatMap((object) => {
    if (name.owner === undefined) return variableContainers(object, name, context);
    return fieldContainers(object, name, context);
  }));
}

/** What the name, or its owner, stands for where something is put in: several where files exclude each other. */
function declarersOf({ name, owner, places }: GrowingName, { model }: Context): readonly Obj[] {
  const files = places ? [...new Set(places.map(({ file }) => file))] : model.files;
  const found = files.flatMap((file) => model.lookup(owner ?? name, file) ?? []);
  return [...new Map(found.map((each) => [identity(each), each])).values()];
}

function identity(object: Obj): unknown {
  if (object.kind === 'Var') return object.ident;
  return object.kind === 'TypeName' ? object.spec : object;
}

function variableContainers(variable: Obj, { name, places }: GrowingName, context: Context): readonly Container[] {
  if (variable.kind !== 'Var') return [];
  const type = typeOfVar(variable, context.model) ?? madeBy(variable, context);
  const form = formOf(type, context);
  if (!form) return [];
  return [{
    form, ownType: typeNameOf(type) !== undefined, name, word: name, owner: undefined, places, holders: [], struct: undefined, service: false,
    declared: { ident: variable.ident, info: variable.info }, exported: isExported(name), ...partsOf(type),
  }];
}

/** The types of the keys and values of a map or slice. */
function partsOf(type: Type | undefined): Pick<Container, 'key' | 'value'> {
  const inner = underlying(type);
  return {
    key: inner?.kind === 'Map' ? inner.key : undefined,
    value: inner?.kind === 'Map' || inner?.kind === 'Slice' ? inner.elem : undefined,
  };
}

/**
 * The type of what a constructor of another package gives, by its name: `maps.NewStringMap()` is some map, `cmap.New()`
 * too.
 */
function madeBy({ origin, info }: Var, { model }: Context): Type | undefined {
  if (origin?.kind !== 'value' || origin.count !== 1 || origin.value.kind !== 'CallExpr') return undefined;
  const callee = calleeOf(origin.value, info, model);
  const [, path = '', name = ''] = /^(.*)\.(\w+)$/.exec(callee?.kind === 'Foreign' ? callee.name : '') ?? [];
  return /^New\w*Map(?:Of)?$/.test(name) || (/^New/.test(name) && /map$/.test(path))
    ? { kind: 'Foreign', path, name: 'Map' }
    : undefined;
}

/** Which form a type has, of those that the rule asks for. A map that drops entries by itself says so in its name. */
function formOf(type: Type | undefined, { rule }: Context): Form | undefined {
  const inner = underlying(dereferenced(type));
  if (rule.container === 'slice') return underlying(type)?.kind === 'Slice' ? 'slice' : undefined;
  if (underlying(type)?.kind === 'Map') return 'map';
  return inner?.kind === 'Foreign' && /Map(?:Of)?$/.test(inner.name) && !/weak|cache|lru|ttl|expir/i.test(inner.name)
    ? 'object'
    : undefined;
}

function fieldContainers(owner: Obj, { name, owner: word, places, holders }: GrowingName, context: Context): readonly Container[] {
  const struct = structOf(owner);
  const field = struct?.fields.find((each) => each.names.some((ident) => ident.name === name));
  const ident = field?.names.find((each) => each.name === name);
  if (!struct || !field || !ident || !('info' in owner)) return [];
  const type = typeFromExpr(field.type, owner.info);
  const form = formOf(type, context);
  if (!form) return [];
  return [{
    form, ownType: typeNameOf(type) !== undefined, name: `${word ?? ''}.${name}`, word: name, owner, places, holders, struct, service: false,
    declared: { ident, info: owner.info }, exported: isExported(name) && isExported(word ?? ''), ...partsOf(type),
  }];
}

/** The struct that a type is declared as, or that a variable has without a name for it. */
function structOf(owner: Obj): StructType | undefined {
  if (owner.kind === 'TypeName') return owner.spec.type.kind === 'StructType' ? owner.spec.type : undefined;
  if (owner.kind !== 'Var') return undefined;
  const value = owner.origin?.kind === 'value' ? owner.origin.value : undefined;
  const literal = value?.kind === 'UnaryExpr' ? value.x : value;
  const type = owner.type ?? (literal?.kind === 'CompositeLit' ? literal.type : undefined);
  return type?.kind === 'StructType' ? type : undefined;
}

/**
 * The container by the name of the package variable that holds its struct; undefined where values of that struct come
 * and go, or several variables hold some. A variable needs no holder.
 */
export function heldBy(container: Container, context: Context): Container | undefined {
  const { owner, word } = container;
  if (!owner || owner.kind === 'Var') return container;
  if (owner.kind !== 'TypeName') return undefined;
  const type = owner.spec.name.name;
  const holder = singletonVar(owner, container, context);
  if (holder)
    return {
      ...container,
      name: `${holder.name}.${word}`,
      exported: isExported(word) && (isExported(holder.name) || isExported(type)),
    };
  if (container.holders.length > 0 || !isService(owner, context)) return undefined;
  return { ...container, name: `${type}.${word}`, exported: isExported(word) && isExported(type), service: true };
}

function singletonVar(type: TypeName, { holders }: Container, { model }: Context): Var | undefined {
  const found = holders.flatMap((name): Var[] => {
    const object = model.lookup(name, type.info.file);
    const held = object?.kind === 'Var' ? dereferenced(typeOfVar(object, model)) : undefined;
    return object?.kind === 'Var' && held?.kind === 'Named' && held.object.spec === type.spec ? [object] : [];
  });
  return found.length === 1 && isMadeOnce(type, model) ? found[0] : undefined;
}

/** Whether an expression names the container; undefined where its owner has no known type, so that it may. */
export function namesContainer(
  expr: Expr,
  info: DeclInfo,
  { declared, struct }: Container,
  { model }: Context,
): boolean | undefined {
  if (!struct) {
    const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
    return object?.kind === 'Var' && object.role === 'package' && object.ident === declared.ident;
  }
  return expr.kind === 'SelectorExpr' ? structsOf(expr, info, model)?.includes(struct) : false;
}

/**
 * The structs one of which has the field that is selected: that of the operand, or one embedded in it; undefined where
 * the operand has no known type.
 */
export function structsOf(
  { x, sel }: SelectorExpr,
  info: DeclInfo,
  model: PackageModel,
): readonly StructType[] | undefined {
  const owner = dereferenced(typeOf(x, info, model));
  if (owner === undefined) return undefined;
  return [underlying(owner), underlying(declaredType(fieldOwner(owner, sel.name)))].flatMap((each) =>
    each?.kind === 'Struct' ? [each.type] : [],
  );
}

function declaredType(object: TypeName | undefined): Type | undefined {
  return object && typeOfName(object);
}

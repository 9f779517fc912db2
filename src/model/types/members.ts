import type { Expr, Field, FuncType, TypeSpec } from '../../syntax/ast.ts';
import type { DeclInfo, Func, TypeName } from '../info.ts';
import type { Type } from './type.ts';
import { dereferenced, typeFromExpr, typeNameOf, underlying } from './type.ts';
import { knownFields } from './known-apis.ts';

/** Embedding deeper than this is not followed; real code stays below. */
const embeddingLimit = 4;

/**
 * The type of the field `name` of a struct, embedded structs included; undefined where there is none or it is unknown.
 */
export function fieldType(type: Type | undefined, name: string): Type | undefined {
  return atShallowest(type, structParts, (each) => {
    const base = dereferenced(each);
    if (base?.kind === 'Foreign' && !base.object) return found(knownFields[`${base.path}.${base.name}.${name}`]);
    const struct = underlying(base);
    const own =
      struct?.kind === 'Struct' ? struct.type.fields.find((field) => fieldNames(field).includes(name)) : undefined;
    return own && struct?.kind === 'Struct' ? { value: typeFromExpr(own.type, struct.info) } : undefined;
  });
}

/** The named struct type that declares the field `name` of a value of this type: itself, or one that it embeds. */
export function fieldOwner(type: Type | undefined, name: string): TypeName | undefined {
  return atShallowest(type, structParts, (each) => {
    const base = dereferenced(each);
    const struct = underlying(base);
    return struct?.kind === 'Struct' && struct.type.fields.some((field) => fieldNames(field).includes(name))
      ? found(typeNameOf(base))
      : undefined;
  });
}

/** The method `name` of a type of the workspace, promoted ones included; undefined where it is foreign or unknown. */
export function methodOf(type: Type | undefined, name: string): Func | undefined {
  return atShallowest(type, structParts, (each) => {
    const object = typeNameOf(dereferenced(each));
    return found(object?.info.file.package.method(object.spec.name.name, name, object.info.file));
  });
}

/** What a type is asked has been found; it may be unknown all the same. */
interface Found<R> {
  readonly value: R | undefined;
}

function found<R>(value: R | undefined): Found<R> | undefined {
  return value === undefined ? undefined : { value };
}

/**
 * The answer of a type or, level by level, of what it embeds (spec: Selectors). Of several at one level none counts.
 * Each declared type is asked once, however often it is embedded.
 */
function atShallowest<R>(
  type: Type | undefined,
  partsOf: (type: Type | undefined) => readonly (Type | undefined)[],
  ask: (type: Type | undefined) => Found<R> | undefined,
): R | undefined {
  const seen = new Set<TypeSpec>();
  let level: readonly (Type | undefined)[] = [type];
  for (let depth = 0; depth <= embeddingLimit && level.length > 0; depth++) {
    const [answer, ...others] = level.flatMap((each) => ask(each) ?? []);
    if (answer) return others.length === 0 ? answer.value : undefined;
    level = level.flatMap((each) => (isFirst(each, seen) ? partsOf(each) : []));
  }
  return undefined;
}

function isFirst(type: Type | undefined, seen: Set<TypeSpec>): boolean {
  const spec = typeNameOf(dereferenced(type))?.spec;
  if (spec === undefined) return true;
  if (seen.has(spec)) return false;
  seen.add(spec);
  return true;
}

/** The types that a struct embeds. */
function structParts(type: Type | undefined): readonly (Type | undefined)[] {
  const struct = underlying(dereferenced(type));
  return struct?.kind === 'Struct' ? embedded(struct.type.fields, struct.info) : [];
}

/**
 * The type of another package that a struct of the workspace embeds, where it embeds just one type: what the struct
 * does not declare itself is a field or method of that.
 */
export function embeddedForeign(type: Type | undefined): Type | undefined {
  const struct = underlying(dereferenced(type));
  const [only, ...others] = struct?.kind === 'Struct' ? embedded(struct.type.fields, struct.info) : [];
  return others.length === 0 && dereferenced(only)?.kind === 'Foreign' ? only : undefined;
}

/** The signature of the method `name` of an interface type of the workspace, embedded interfaces included. */
export function interfaceMethod(type: Type | undefined, name: string): Signature | undefined {
  return atShallowest(type, interfaceParts, (each) => {
    const object = typeNameOf(each);
    const methods = object?.spec.type.kind === 'InterfaceType' ? object.spec.type.methods : [];
    const own = methods.find((method) => method.names.some((ident) => ident.name === name));
    return object && own?.type.kind === 'FuncType' ? { value: { type: own.type, info: object.info } } : undefined;
  });
}

/** The interfaces that an interface embeds, or the one that it is declared as. */
function interfaceParts(type: Type | undefined): readonly (Type | undefined)[] {
  const object = typeNameOf(type);
  if (!object) return [];
  const { spec, info } = object;
  return spec.type.kind === 'InterfaceType' ? embedded(spec.type.methods, info) : [typeFromExpr(spec.type, info)];
}

/** A function's type as it is written, and where: the context of the names in it. */
export interface Signature {
  readonly type: FuncType;
  readonly info: DeclInfo;
}

/** The names a struct field is reached by: its own, or for an embedded one that of its type. */
export function fieldNames(field: Field): readonly string[] {
  if (field.names.length > 0) return field.names.map((name) => name.name);
  const name = embeddedName(field.type);
  return name === undefined ? [] : [name];
}

function embeddedName(type: Expr): string | undefined {
  switch (type.kind) {
    case 'Ident':
      return type.name;
    case 'SelectorExpr':
      return type.sel.name;
    case 'StarExpr':
    case 'IndexExpr':
      return embeddedName(type.x);
    default:
      return undefined;
  }
}

function embedded(fields: readonly Field[], info: DeclInfo): readonly (Type | undefined)[] {
  return fields.filter((field) => field.names.length === 0).map((field) => typeFromExpr(field.type, info));
}

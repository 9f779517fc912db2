import type { Expr, Field, FuncType } from '../syntax/ast.ts';
import type { DeclInfo, Func, TypeName } from './info.ts';
import type { Type } from './type.ts';
import { dereferenced, typeFromExpr, typeNameOf, underlying } from './type.ts';
import { knownFields } from './known-apis.ts';

/** Embedding deeper than this is not followed; real code stays below. */
const embeddingLimit = 4;

/** The type of the field `name` of a struct, embedded structs included; undefined where there is none or it is unknown. */
export function fieldType(type: Type | undefined, name: string, depth = 0): Type | undefined {
  const base = dereferenced(type);
  if (base?.kind === 'Foreign' && !base.object) return knownFields[`${base.path}.${base.name}.${name}`];
  const struct = underlying(base);
  if (struct?.kind !== 'Struct') return undefined;
  const own = struct.type.fields.find((field) => fieldNames(field).includes(name));
  if (own) return typeFromExpr(own.type, struct.info);
  if (depth === embeddingLimit) return undefined;
  return firstDefined(embedded(struct.type.fields, struct.info), (each) => fieldType(each, name, depth + 1));
}

/** The named struct type that declares the field `name` of a value of this type: itself, or one that it embeds. */
export function fieldOwner(type: Type | undefined, name: string, depth = 0): TypeName | undefined {
  const base = dereferenced(type);
  const owner = typeNameOf(base);
  const struct = underlying(base);
  if (!owner || struct?.kind !== 'Struct') return undefined;
  if (struct.type.fields.some((field) => fieldNames(field).includes(name))) return owner;
  if (depth === embeddingLimit) return undefined;
  return firstDefined(embedded(struct.type.fields, struct.info), (each) => fieldOwner(each, name, depth + 1));
}

/** The method `name` of a type of the workspace, promoted ones included; undefined where it is foreign or unknown. */
export function methodOf(type: Type | undefined, name: string, depth = 0): Func | undefined {
  const base = dereferenced(type);
  const object = typeNameOf(base);
  if (!object) return undefined;
  const { file } = object.info;
  const own = file.package.method(object.spec.name.name, name, file);
  if (own || depth === embeddingLimit) return own;
  const struct = underlying(base);
  if (struct?.kind !== 'Struct') return undefined;
  return firstDefined(embedded(struct.type.fields, struct.info), (each) => methodOf(each, name, depth + 1));
}

/**
 * The type of another package that a struct of the workspace embeds, where it embeds just one type: what the struct does
 * not declare itself is a field or method of that.
 */
export function embeddedForeign(type: Type | undefined): Type | undefined {
  const struct = underlying(dereferenced(type));
  const [only, ...others] = struct?.kind === 'Struct' ? embedded(struct.type.fields, struct.info) : [];
  return others.length === 0 && dereferenced(only)?.kind === 'Foreign' ? only : undefined;
}

/** Interfaces that embed each other deeper than this are not followed. */
const interfaceLimit = 8;

/** The signature of the method `name` of an interface type of the workspace, embedded interfaces included. */
export function interfaceMethod(type: Type | undefined, name: string, depth = 0): Signature | undefined {
  const object = typeNameOf(type);
  if (!object || depth > interfaceLimit) return undefined;
  if (object.spec.type.kind !== 'InterfaceType') return interfaceMethod(typeFromExpr(object.spec.type, object.info), name, depth + 1);
  const { methods } = object.spec.type;
  const own = methods.find((each) => each.names.some((ident) => ident.name === name));
  if (own) return own.type.kind === 'FuncType' ? { type: own.type, info: object.info } : undefined;
  return firstDefined(embedded(methods, object.info), (each) => interfaceMethod(each, name, depth + 1));
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

function firstDefined<T, R>(items: readonly T[], question: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const answer = question(item);
    if (answer !== undefined) return answer;
  }
  return undefined;
}

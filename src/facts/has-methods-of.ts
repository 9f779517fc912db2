import type { TypeName } from '../model/info.ts';
import { methodOf } from '../model/types/members.ts';
import type { Type } from '../model/types/type.ts';
import { dereferenced, typeFromExpr, typeNameOf, underlying } from '../model/types/type.ts';
import type { Expr, TypeSpec } from '../syntax/ast.ts';

/**
 * Whether a type of the workspace has all methods of an interface, as far as that shows, or may have those that it
 * lacks from outside.
 */
export function hasMethodsOf(contract: TypeName, type: Type): boolean {
  const object = typeNameOf(type);
  return methodNames(contract).every(
    (each) => methodOf(type, each) !== undefined || (object !== undefined && promotesUnknown(object)),
  );
}

/**
 * Whether a struct embeds an interface, or a type from outside of the workspace, whose methods it has without showing
 * them. Those of a lock are no interface's.
 */
export function promotesUnknown({ spec, info }: TypeName): boolean {
  const fields = spec.type.kind === 'StructType' ? spec.type.fields : [];
  return fields.filter((field) => field.names.length === 0).some((field) => {
    const type = dereferenced(typeFromExpr(field.type, info));
    if (type?.kind === 'Foreign' && type.path === 'sync') return false;
    return typeNameOf(type) === undefined || underlying(type)?.kind !== 'Struct';
  });
}

/**
 * The names of the methods of an interface, those of the interfaces of the workspace that it embeds included. Each is
 * asked once.
 */
function methodNames({ spec, info }: TypeName, seen: Set<TypeSpec> = new Set()): readonly string[] {
  if (seen.has(spec)) return [];
  seen.add(spec);
  const ofType = (type: Expr): readonly string[] => {
    const other = typeNameOf(typeFromExpr(type, info));
    return other ? methodNames(other, seen) : [];
  };
  if (spec.type.kind !== 'InterfaceType') return ofType(spec.type);
  return spec.type.methods.flatMap(({ names, type }) =>
    names.length > 0 ? names.map(({ name }) => name) : ofType(type),
  );
}

import type { TypeName } from '../model/info.ts';
import { methodOf } from '../model/members.ts';
import type { Type } from '../model/type.ts';
import { dereferenced, typeFromExpr, typeNameOf, underlying } from '../model/type.ts';

/** Whether a type of the workspace has all methods that an interface lists itself, or may have those that it lacks from outside. */
export function hasMethodsOf(contract: TypeName, type: Type): boolean {
  const object = typeNameOf(type);
  return methodNames(contract).every((each) => methodOf(type, each) !== undefined || (object !== undefined && promotesUnknown(object)));
}

/**
 * Whether a struct embeds an interface, or a type from outside of the workspace, whose methods it has without showing them.
 * Those of a lock are no interface's.
 */
function promotesUnknown({ spec, info }: TypeName): boolean {
  const fields = spec.type.kind === 'StructType' ? spec.type.fields : [];
  return fields.filter((field) => field.names.length === 0).some((field) => {
    const type = dereferenced(typeFromExpr(field.type, info));
    if (type?.kind === 'Foreign' && type.path === 'sync') return false;
    return typeNameOf(type) === undefined || underlying(type)?.kind !== 'Struct';
  });
}

/** The names of the methods that an interface lists itself: enough to tell types apart. */
function methodNames({ spec, info }: TypeName): readonly string[] {
  if (spec.type.kind === 'InterfaceType') return spec.type.methods.flatMap((each) => each.names.map(({ name }) => name));
  const other = typeNameOf(typeFromExpr(spec.type, info));
  return other && other.spec !== spec ? methodNames(other) : [];
}

import type { DeclInfo, Var } from '../../../model/info.ts';
import { fieldNames, methodOf } from '../../../model/types/members.ts';
import type { Type } from '../../../model/types/type.ts';
import { dereferenced, typeNameOf, underlying } from '../../../model/types/type.ts';
import { typeOf, typeOfVar } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { CompositeLit, Expr, Ident, SelectorExpr } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';
import type { Owner } from './hold.ts';
import { identOf } from './ident-of.ts';

/** The owner that a literal is of one of its elements; undefined where it is no struct of the workspace. */
export function ownerIn(
  value: Expr,
  literal: CompositeLit,
  holds: Owner['holds'],
  info: DeclInfo,
  { model }: Context,
): Owner | undefined {
  const type = typeOf(literal, info, model);
  const names = fieldsOf(type);
  const place = literal.elts.findIndex(
    (each) => each === value || (each.kind === 'KeyValueExpr' && each.value === value),
  );
  const element = literal.elts[place];
  const key = element?.kind === 'KeyValueExpr' ? element.key : undefined;
  const name = key ? (key.kind === 'Ident' ? key.name : undefined) : names[place];
  return name === undefined ? undefined : ownerOf(type, name, holds);
}

/**
 * The owner that a value of a type is of the resource in one of its fields; undefined where it is no struct of the
 * workspace.
 */
export function ownerOf(type: Type | undefined, field: string, holds: Owner['holds'] = 'whole'): Owner | undefined {
  if (!fieldsOf(type).includes(field)) return undefined;
  const struct = underlying(dereferenced(type));
  const isEmbedded =
    struct?.kind === 'Struct'
    && struct.type.fields.some((each) => each.names.length === 0 && fieldNames(each).includes(field));
  return { field, isEmbedded, holds };
}

/** The names of the fields of a struct type of the workspace, in order. */
function fieldsOf(type: Type | undefined): readonly string[] {
  const struct = typeNameOf(dereferenced(type)) && underlying(dereferenced(type));
  return struct?.kind === 'Struct' ? struct.type.fields.flatMap(fieldNames) : [];
}

/** What the methods are called that end what a value has. */
const ends = [
  'Close', 'Stop', 'Shutdown', 'Disconnect', 'Release', 'Destroy', 'close', 'stop', 'shutdown', 'disconnect', 'release', 'destroy',
];

/** The methods of a type by which its values may end what they have, as far as the workspace shows them. */
export function endMethods(type: Type | undefined): readonly NonNullable<ReturnType<typeof methodOf>>[] {
  return ends.flatMap((name) => methodOf(type, name) ?? []);
}

/** Whether values of a type may end what they have: by a method of the workspace, or one of what they embed. */
export function mayEnd(type: Type | undefined): boolean {
  const struct = typeNameOf(dereferenced(type)) && underlying(dereferenced(type));
  return endMethods(type).length > 0 || (struct?.kind === 'Struct' && struct.type.fields.some(({ names }) => names.length === 0));
}

/** The local variable that is, or is given, an owner: `o.f = …`, `o := T{f: …}`, `o := &T{f: …}`. */
export function ownerVariable(owner: Expr, info: DeclInfo): Var | undefined {
  if (owner.kind !== 'CompositeLit') return identOf(owner, info);
  const parent = info.parent(owner);
  const use = useOf(parent?.kind === 'UnaryExpr' ? parent : owner, info);
  return use.kind === 'stored' ? identOf(use.target, info) : undefined;
}

/**
 * The owner to whose field a value is given, `p.conn = conn`, where its function has just made that and shown it to
 * nobody before.
 */
export function ownedField(
  target: SelectorExpr, holds: Owner['holds'], info: DeclInfo,
): { readonly variable: Var; readonly hold: Owner } | undefined {
  const variable = identOf(target.x, info);
  if (!variable || variable.func !== info.enclosingFunc(target) || !isMadeHere(variable, info)) return undefined;
  const type = typeOfVar(variable, info.file.package);
  const isShown = info.usesOf(variable).some((ident) => {
    const use = useOf(ident, info);
    return ident.pos < target.pos && (use.kind !== 'selected' || methodOf(type, use.name) !== undefined);
  });
  const hold = isShown ? undefined : ownerOf(type, target.sel.name, holds);
  return hold && { variable, hold };
}

/** Whether a variable holds only what its function has made: a literal, `new(T)`, or its zero value. */
export function isMadeHere({ ident, origin, role }: Var, info: DeclInfo): boolean {
  const variable = role === 'local' || role === 'result' ? identOf(ident, info) : undefined;
  const given = variable?.func && info.usesOf(variable).filter((each) => useOf(each, info).kind === 'assigned');
  const isGivenMade = (each: Ident): boolean =>
    info.enclosingFunc(each) === variable?.func && isMade(givenValue(each, info));
  if (!given?.every(isGivenMade)) return false;
  // What a result is given is made before anything is put into it; until then it is nil.
  if (role === 'result') return given.length > 0;
  const declaration = info.parent(ident);
  if (!origin) return declaration?.kind === 'ValueSpec' && declaration.values.length === 0;
  return origin.kind === 'value' && isMade(origin.value);
}

/** What `v = value` gives. */
function givenValue(target: Ident, info: DeclInfo): Expr | undefined {
  const stmt = info.parent(target);
  const isPaired = stmt?.kind === 'AssignStmt' && stmt.lhs.length === stmt.rhs.length;
  return isPaired ? stmt.rhs[stmt.lhs.indexOf(target)] : undefined;
}

function isMade(value: Expr | undefined): boolean {
  const made = value?.kind === 'UnaryExpr' && value.op === '&' ? value.x : value;
  return (
    made?.kind === 'CompositeLit' || (made?.kind === 'CallExpr' && made.fun.kind === 'Ident' && made.fun.name === 'new')
  );
}

import type { DeclInfo, Var } from '../../model/info.ts';
import { fieldOwner } from '../../model/members.ts';
import { isMadeOnce } from '../../model/singleton.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Type } from '../../model/type.ts';
import { dereferenced, typeFromExpr, underlying } from '../../model/type.ts';
import { calleeOf, typeOf, typeOfVar } from '../../model/type-of.ts';
import type { GrowingName } from '../../prefilter/growing-names.ts';
import type { Expr, Field, StructType, ValueSpec } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { Container, Form } from './container.ts';
import type { Context, Place } from './context.ts';

/** The containers that names stand for: package variables, and fields of what only package variables hold. */
export function containersOf(names: readonly GrowingName[], context: Context): readonly Container[] {
  return names.flatMap(({ name, owner }) => (owner === undefined ? variableContainers(name, context) : fieldContainers(name, owner, context)));
}

function variableContainers(name: string, context: Context): readonly Container[] {
  return declaredVars(name, context).flatMap((variable): Container[] => {
    const type = typeOfVar(variable, context.model) ?? madeBy(variable, context);
    const form = formOf(type, context);
    if (!form) return [];
    const inner = underlying(type);
    return [{
      form, ownType: type?.kind === 'Named', name, word: name, variable, struct: undefined, declared: { ident: variable.ident, info: variable.info }, exported: isExported(name),
      key: inner?.kind === 'Map' ? inner.key : undefined,
      value: inner?.kind === 'Map' || inner?.kind === 'Slice' ? inner.elem : undefined,
    }];
  });
}

/** The package variables of a name: several where files exclude each other. */
function declaredVars(name: string, { variables, model }: Context): readonly Var[] {
  return (variables.get(name) ?? []).flatMap(({ expr, info }): readonly Var[] => {
    const object = model.lookup(name, info.file);
    return object?.kind === 'Var' && object.ident === expr ? [object] : [];
  });
}

/** The identifiers that declare package variables, by name, as far as they stand in groups that hold one of `names`. */
export function variablesOf(names: readonly GrowingName[], model: PackageModel): ReadonlyMap<string, readonly Place[]> {
  const wanted = names.length > fewNames ? [''] : names.map(({ name }) => name);
  const mayDeclare = (text: string): boolean => wanted.some((name) => text.includes(name));
  const groups = model.declarations((text) => text.startsWith('var') && mayDeclare(text), ({ source }) => mayDeclare(source.text));
  const found = new Map<string, Place[]>();
  for (const info of groups) {
    for (const ident of specsOf(info).flatMap((spec) => spec.names)) {
      const known = found.get(ident.name);
      if (known) known.push({ expr: ident, info });
      else found.set(ident.name, [{ expr: ident, info }]);
    }
  }
  return found;
}

/** So many names are looked for in a text; of more than that all groups are read. */
const fewNames = 64;

function specsOf({ decl }: DeclInfo): readonly ValueSpec[] {
  return decl.kind === 'GenDecl' && decl.tok === 'var' ? decl.specs.filter((spec) => spec.kind === 'ValueSpec') : [];
}

/** The type of what a constructor of another package gives, by its name: `maps.NewStringMap()` is some map, `cmap.New()` too. */
function madeBy({ origin, info }: Var, { model }: Context): Type | undefined {
  if (origin?.kind !== 'value' || origin.count !== 1 || origin.value.kind !== 'CallExpr') return undefined;
  const callee = calleeOf(origin.value, info, model);
  const [, path = '', name = ''] = /^(.*)\.(\w+)$/.exec(callee?.kind === 'Foreign' ? callee.name : '') ?? [];
  return /^New\w*Map(?:Of)?$/.test(name) || (/^New/.test(name) && /map$/.test(path)) ? { kind: 'Foreign', path, name: 'Map' } : undefined;
}

/** Which form a type has, of those that the rule asks for. */
function formOf(type: Type | undefined, { rule }: Context): Form | undefined {
  const inner = underlying(dereferenced(type));
  if (rule.container === 'slice') return underlying(type)?.kind === 'Slice' ? 'slice' : undefined;
  if (underlying(type)?.kind === 'Map') return 'map';
  return inner?.kind === 'Foreign' && /Map(?:Of)?$/.test(inner.name) ? 'object' : undefined;
}

function fieldContainers(name: string, owner: string, context: Context): readonly Container[] {
  const structs = context.model.declarations((text) => /^(?:type|var)\b/.test(text) && text.includes(name), ({ source }) => source.text.includes(name)).flatMap((info) => structsWith(name, owner, info));
  return structs.flatMap(({ struct, field, info }): Container[] => {
    const type = typeFromExpr(field.type, info);
    const form = formOf(type, context);
    const ident = field.names.find((each) => each.name === name);
    const variable = form && ident && holderOf(struct, owner, info, context);
    if (!form || !ident || !variable) return [];
    const inner = underlying(type);
    return [{
      form, ownType: type?.kind === 'Named', name: `${variable.name}.${name}`, word: name, variable, struct, declared: { ident, info },
      exported: isExported(name) && (isExported(variable.name) || isExported(owner)),
      key: inner?.kind === 'Map' ? inner.key : undefined,
      value: inner?.kind === 'Map' || inner?.kind === 'Slice' ? inner.elem : undefined,
    }];
  });
}

interface StructField {
  readonly struct: StructType;
  readonly field: Field;
  readonly info: DeclInfo;
}

/** The struct types of a declaration, of that name where one is given, that have the field. */
function structsWith(name: string, owner: string, info: DeclInfo): readonly StructField[] {
  if (info.decl.kind !== 'GenDecl') return [];
  const found: StructField[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'FuncLit') return false;
    if (node.kind !== 'StructType') return true;
    const field = node.fields.find((each) => each.names.some((ident) => ident.name === name));
    const parent = info.parent(node);
    if (field && (owner === '' || (parent?.kind === 'TypeSpec' && parent.name.name === owner))) found.push({ struct: node, field, info });
    return true;
  });
  return found;
}

/** The package variable that holds the only value of a struct; undefined where values come and go. */
function holderOf(struct: StructType, owner: string, info: DeclInfo, context: Context): Var | undefined {
  const parent = info.parent(struct);
  if (parent?.kind === 'TypeSpec') return singletonVar(parent.name.name, info, context);
  const spec = parent?.kind === 'CompositeLit' ? info.parent(parent) : parent;
  if (spec?.kind !== 'ValueSpec' || owner !== '') return undefined;
  const ident = spec.names[0];
  return ident && declaredVars(ident.name, context).find((variable) => variable.ident === ident);
}

function singletonVar(name: string, info: DeclInfo, { model }: Context): Var | undefined {
  const type = model.lookup(name, info.file);
  if (type?.kind !== 'TypeName' || !isMadeOnce(type, model)) return undefined;
  const holders = model.declarations((text) => text.startsWith('var'), ({ source }) => source.text.includes('\nvar')).flatMap((each) => varsOf(each, name, model));
  return holders.length === 1 ? holders[0] : undefined;
}

/** The package variables of a declaration whose type is, or points to, the one of that name. */
function varsOf(info: DeclInfo, name: string, model: Context['model']): readonly Var[] {
  return specsOf(info).flatMap((spec) => spec.names).flatMap((ident): Var[] => {
    const object = model.lookup(ident.name, info.file);
    if (object?.kind !== 'Var' || object.ident !== ident) return [];
    const type = dereferenced(typeOfVar(object, model));
    return type?.kind === 'Named' && type.object.spec.name.name === name ? [object] : [];
  });
}

function isExported(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}

/** Whether an expression names the container; undefined where its owner has no known type, so that it may. */
export function namesContainer(expr: Expr, info: DeclInfo, { variable, struct, word }: Container, { model }: Context): boolean | undefined {
  if (!struct) {
    const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
    return object?.kind === 'Var' && object.role === 'package' && object.name === variable.name;
  }
  if (expr.kind !== 'SelectorExpr') return false;
  const owner = dereferenced(typeOf(expr.x, info, model));
  if (owner === undefined) return undefined;
  const own = underlying(owner);
  return (own?.kind === 'Struct' && own.type === struct) || fieldOwner(owner, word)?.spec.type === struct;
}

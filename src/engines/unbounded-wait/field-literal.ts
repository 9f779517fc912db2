import type { MadeLiteral } from '../../facts/set-fields.ts';
import { literalHolder, literalOf } from '../../facts/set-fields.ts';
import type { Use } from '../../model/code/use.ts';
import { useOf } from '../../model/code/use.ts';
import type { DeclInfo, TypeName } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { fieldOwner } from '../../model/types/members.ts';
import { dereferenced, typeNameOf } from '../../model/types/type.ts';
import { typeOf } from '../../model/types/type-of.ts';
import type { CompositeLit, Expr, Node } from '../../syntax/ast.ts';
import { isExported } from '../../syntax/is-exported.ts';
import { walk } from '../../syntax/walk.ts';

/** What stands where a field of a type is meant: what it is given, or what is done with it. */
type Mention = { readonly value: Expr; readonly info: DeclInfo } | { readonly use: Use };

/**
 * The literal that an unexported field of a type of the package holds: the one value that it is ever given, which is
 * shown to nobody else, and neither is the field but to a call.
 */
export function fieldLiteral(expr: Expr, info: DeclInfo, model: PackageModel): MadeLiteral | undefined {
  const selector = expr.kind === 'UnaryExpr' && expr.op === '&' ? expr.x : expr;
  if (selector.kind !== 'SelectorExpr' || isExported(selector.sel.name)) return undefined;
  const { name } = selector.sel;
  const owner = fieldOwner(typeOf(selector.x, info, model), name);
  if (!owner || owner.info.file.package !== model) return undefined;
  // A literal by position names the type alone.
  const using = [name, owner.spec.name.name].flatMap((word) => model.declarationsUsing(word, owner.info.file));
  const mentions = [...new Set(using)].flatMap((each) => mentionsIn(each, name, owner, model));
  const given = mentions.flatMap((each) => ('value' in each ? [each] : []));
  const [only] = given;
  const isLent = mentions.every((each) => 'value' in each || each.use.kind === 'argument');
  if (!only || given.length > 1 || !isLent) return undefined;
  const made = literalOf(only.value, only.info);
  return made && !isShown(made, only.value) ? made : undefined;
}

function mentionsIn(info: DeclInfo, name: string, owner: TypeName, model: PackageModel): readonly Mention[] {
  const found: Mention[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'CompositeLit') found.push(...valuesIn(node, info, name, owner, model));
    if (node.kind !== 'SelectorExpr' || node.sel.name !== name) return;
    const type = fieldOwner(typeOf(node.x, info, model), name);
    if (type && type.spec !== owner.spec) return;
    const value = assignedValue(node, info);
    found.push(value ? { value, info } : { use: addressedUse(node, info) });
  });
  return found;
}

function valuesIn(
  literal: CompositeLit,
  info: DeclInfo,
  name: string,
  owner: TypeName,
  model: PackageModel,
): readonly Mention[] {
  if (typeNameOf(dereferenced(typeOf(literal, info, model)))?.spec !== owner.spec) return [];
  return literal.elts.flatMap((each) => {
    const value = each.kind === 'KeyValueExpr' ? each.value : each;
    const use = useOf(value, info);
    return use.kind === 'element' && use.field === name ? [{ value, info }] : [];
  });
}

/** The value of `owner.field = value`. */
function assignedValue(target: Expr, info: DeclInfo): Expr | undefined {
  const stmt = info.parent(target);
  const isPaired = stmt?.kind === 'AssignStmt' && stmt.tok === '=' && stmt.lhs.length === stmt.rhs.length;
  return isPaired ? stmt.rhs[stmt.lhs.indexOf(target)] : undefined;
}

/** What is done with a field, or with its address. */
function addressedUse(field: Expr, info: DeclInfo): Use {
  const parent: Node | undefined = info.parent(field);
  return useOf(parent?.kind === 'UnaryExpr' && parent.op === '&' ? parent : field, info);
}

/** Whether the variable that holds the literal is used for more than to complete it, and to give it to the field. */
function isShown({ literal, info }: MadeLiteral, value: Expr): boolean {
  const holder = literalHolder(literal, info);
  return holder !== undefined && info.usesOf(holder).some((ident) =>
    ident !== value && !['selected', 'returned'].includes(useOf(ident, info).kind));
}

import type { DeclInfo } from '../../model/info.ts';
import type { Expr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { callsNamed } from '../../model/code/calls.ts';
import type { Recipe } from './name-parts.ts';
import { nameParts } from './name-parts.ts';
import type { RegistryContext } from './registry-context.ts';

/** What a package takes out of registries. */
export interface Unregistering {
  /** Whether it empties some registry. */
  readonly all: boolean;
  /** How the names are made that it takes out one by one. */
  readonly names: readonly Recipe[];
}

/** Gathers what the package unregisters. A name from out of sight counts as any name. */
export function unregistering(context: RegistryContext): Unregistering {
  const { registry, model } = context;
  const names = callsNamed([registry.unregister], model).flatMap(({ call, info }) =>
    call.args.flatMap((name) => recipes(name, info, context)),
  );
  return { all: callsNamed([registry.unregisterAll], model).length > 0, names };
}

/**
 * Whether a name made so may be one that is taken out: only constants against others, and two makers of one kind, can
 * be told apart.
 */
export function mayTakeOut({ all, names }: Unregistering, recipe: Recipe): boolean {
  return all || names.some((each) => {
    if (each.kind === 'unknown' || recipe.kind === 'unknown') return true;
    if (each.kind === recipe.kind) return each.text === recipe.text;
    return each.kind !== 'constant' && recipe.kind !== 'constant';
  });
}

/** The recipe of a name; of one that comes from a list, those of all names that are put into it. */
function recipes(name: Expr, info: DeclInfo, { model }: RegistryContext): readonly Recipe[] {
  const object = name.kind === 'Ident' ? info.objectOf(name) : undefined;
  const origin = object?.kind === 'Var' ? object.origin : undefined;
  if (origin?.kind !== 'range' || origin.range.x.kind !== 'SelectorExpr') return [nameParts(name, info, model).recipe];
  const appended = appendedTo(origin.range.x.sel.name, { model });
  return appended.length === 0 ? [{ kind: 'unknown' }] : appended;
}

/** How the names are made that are appended to fields of this name, or are keys of it. */
function appendedTo(field: string, { model }: Pick<RegistryContext, 'model'>): readonly Recipe[] {
  return model.declarationsUsing(field).flatMap((info) => {
    const found: (readonly Recipe[])[] = [];
    walk(info.decl, (node) => {
      if (node.kind === 'AssignStmt') found.push(node.lhs.flatMap((target) => keyRecipes(target, field, info, model)));
      if (node.kind !== 'CallExpr' || node.fun.kind !== 'Ident' || node.fun.name !== 'append') return;
      const [list, ...values] = node.args;
      if (list?.kind === 'SelectorExpr' && list.sel.name === field)
        found.push(values.map((value) => nameParts(value, info, model).recipe));
    });
    return found.flat();
  });
}

/** `b.names[name] = struct{}{}` */
function keyRecipes(target: Expr, field: string, info: DeclInfo, model: RegistryContext['model']): readonly Recipe[] {
  if (target.kind !== 'IndexExpr' || target.x.kind !== 'SelectorExpr' || target.x.sel.name !== field) return [];
  return target.indices.map((key) => nameParts(key, info, model).recipe);
}

import type { Expr } from '../../../syntax/ast.ts';
import type { DeclInfo, TypeName, Var } from '../../../model/info.ts';
import { fieldOwner } from '../../../model/types/members.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import { isExported } from '../../../syntax/is-exported.ts';

/** Who holds a channel: a variable, or one field of all values of a struct type of this package. */
export type Holder =
  | { readonly kind: 'variable'; readonly variable: Var }
  | { readonly kind: 'field'; readonly owner: TypeName; readonly name: string };

/**
 * The holder an expression stands for: `c`, `(c)`, `s.c`; undefined for everything else, and where the type of `s` does
 * not show.
 */
export function holderAt(expr: Expr, info: DeclInfo, model: PackageModel): Holder | undefined {
  if (expr.kind === 'Ident') {
    const object = info.objectOf(expr);
    return object?.kind === 'Var' ? { kind: 'variable', variable: object } : undefined;
  }
  if (expr.kind !== 'SelectorExpr') return undefined;
  return fieldHolder(fieldOwner(typeOf(expr.x, info, model), expr.sel.name), expr.sel.name);
}

/** A field of a struct type; undefined for one of another package, where all that is done with it does not show. */
export function fieldHolder(owner: TypeName | undefined, name: string | undefined): Holder | undefined {
  return owner?.info.file.package.isOwn && name !== undefined ? { kind: 'field', owner, name } : undefined;
}

/** Whether two holders are the same one. */
export function sameHolder(a: Holder, b: Holder): boolean {
  if (a.kind === 'variable') return b.kind === 'variable' && a.variable === b.variable;
  return b.kind === 'field' && a.owner.spec === b.owner.spec && a.name === b.name;
}

/** The name to show: `c`, `s.c`'s field `c`. */
export function holderName(holder: Holder): string {
  return holder.kind === 'variable' ? holder.variable.name : holder.name;
}

/** Whether other packages can reach the channel through its holder. */
export function isOpenToOthers(holder: Holder): boolean {
  const outside = holder.kind === 'field' || holder.variable.role === 'package';
  return outside && isExported(holderName(holder));
}

import type { DeclInfo, Var } from '../../model/info.ts';
import { useOf } from '../../model/use.ts';
import type { CompositeLit, Expr } from '../../syntax/ast.ts';

/**
 * The fields a literal is given: those it names, and those set later on the variable that holds it. Undefined where
 * they cannot be told: a literal without keys, or a variable that goes elsewhere before anything is known of it.
 */
export function setFields(literal: CompositeLit, info: DeclInfo): ReadonlySet<string> | undefined {
  const keys = literal.elts.map((each) => (each.kind === 'KeyValueExpr' && each.key.kind === 'Ident' ? each.key.name : undefined));
  if (keys.includes(undefined)) return undefined;
  const holder = holderOf(literal, info);
  const later = holder ? info.usesOf(holder).flatMap((ident) => {
    const use = useOf(ident, info);
    return use.kind === 'selected' ? [use.name] : [];
  }) : [];
  return new Set([...keys.filter((key) => key !== undefined), ...later]);
}

/** The local variable that is given `T{…}` or `&T{…}`. */
function holderOf(literal: CompositeLit, info: DeclInfo): Var | undefined {
  const parent = info.parent(literal);
  const value: Expr = parent?.kind === 'UnaryExpr' ? parent : literal;
  const use = useOf(value, info);
  const object = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  return object?.kind === 'Var' ? object : undefined;
}

/** The literal that an argument is, or that the variable was made of: `T{…}`, `&T{…}`. */
export function literalOf(expr: Expr, info: DeclInfo): CompositeLit | undefined {
  if (expr.kind === 'CompositeLit') return expr;
  if (expr.kind === 'UnaryExpr' && expr.op === '&') return literalOf(expr.x, info);
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  if (object?.kind !== 'Var' || object.info !== info || object.origin?.kind !== 'value' || object.origin.count !== 1) return undefined;
  const { value } = object.origin;
  return value.kind === 'Ident' ? undefined : literalOf(value, info);
}

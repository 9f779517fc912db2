import type { DeclInfo, Var } from '../model/info.ts';
import { calleeOf, funcOf } from '../model/types/type-of.ts';
import { useOf } from '../model/code/use.ts';
import type { CallExpr, CompositeLit, Expr, ReturnStmt } from '../syntax/ast.ts';
import { walk } from '../syntax/walk.ts';

/**
 * The fields a literal is given: those it names, and those set later on the variable that holds it. Undefined where
 * they cannot be told: a literal without keys, or a variable that goes elsewhere before anything is known of it.
 */
export function setFields(literal: CompositeLit, info: DeclInfo): ReadonlySet<string> | undefined {
  const keys = literal.elts.map((each) =>
    each.kind === 'KeyValueExpr' && each.key.kind === 'Ident' ? each.key.name : undefined,
  );
  if (keys.includes(undefined)) return undefined;
  const holder = literalHolder(literal, info);
  const later = holder ? info.usesOf(holder).flatMap((ident) => {
    const use = useOf(ident, info);
    return use.kind === 'selected' ? [use.name] : [];
  }) : [];
  return new Set([...keys.filter((key) => key !== undefined), ...later]);
}

/** The local variable that is given `T{…}` or `&T{…}`. */
export function literalHolder(literal: CompositeLit, info: DeclInfo): Var | undefined {
  const parent = info.parent(literal);
  const value: Expr = parent?.kind === 'UnaryExpr' ? parent : literal;
  const use = useOf(value, info);
  const object = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  return object?.kind === 'Var' ? object : undefined;
}

/** A literal, and the declaration that it stands in. */
export interface MadeLiteral {
  readonly literal: CompositeLit;
  readonly info: DeclInfo;
}

/**
 * The literal that an argument is, or that the variable was made of, `T{…}`, `&T{…}`, here or by a function of the
 * workspace that gives it.
 */
export function literalOf(expr: Expr, info: DeclInfo): MadeLiteral | undefined {
  if (expr.kind === 'CompositeLit') return { literal: expr, info };
  if (expr.kind === 'UnaryExpr' && expr.op === '&') return literalOf(expr.x, info);
  if (expr.kind === 'CallExpr') return givenLiteral(expr, info);
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  if (object?.kind !== 'Var' || object.info !== info || object.origin?.kind !== 'value' || object.origin.count !== 1)
    return undefined;
  const { value } = object.origin;
  return value.kind === 'Ident' ? undefined : literalOf(value, info);
}

/** The literal that a function returns, in its only return statement, and shows to nobody else. */
function givenLiteral(call: CallExpr, info: DeclInfo): MadeLiteral | undefined {
  const func = funcOf(calleeOf(call, info, info.file.package));
  const where = func && func.file.package.infoOf(func);
  if (where?.decl.kind !== 'FuncDecl' || !where.decl.body) return undefined;
  const returned: ReturnStmt[] = [];
  walk(where.decl.body, (node) => {
    if (node.kind === 'ReturnStmt' && where.enclosingFunc(node) === where.decl) returned.push(node);
  });
  const [only, ...others] = returned;
  const [value] = only?.results ?? [];
  if (!value || others.length > 0 || value.kind === 'CallExpr') return undefined;
  const object = value.kind === 'Ident' ? where.objectOf(value) : undefined;
  const isShown =
    object?.kind === 'Var'
    && where.usesOf(object).some((ident) => !['selected', 'returned'].includes(useOf(ident, where).kind));
  return isShown ? undefined : literalOf(value, where);
}

import type { Expr } from '../../../syntax/ast.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';

/** `v == nil` or `v != nil`, or the same of a part of it: `resp.Body != nil`. */
export function isNilTest(cond: Expr, holder: Var, info: DeclInfo): boolean {
  if (cond.kind !== 'BinaryExpr' || (cond.op !== '==' && cond.op !== '!=')) return false;
  const isHolder = (expr: Expr): boolean => {
    if (expr.kind === 'SelectorExpr') return isHolder(expr.x);
    return expr.kind === 'Ident' && info.objectOf(expr) === holder;
  };
  const isNil = (expr: Expr): boolean => expr.kind === 'Ident' && expr.name === 'nil';
  // A syscall.Errno is 0 where there is no error; a field that is 0 says nothing.
  const isZero = (expr: Expr, of: Expr): boolean =>
    of.kind === 'Ident' && expr.kind === 'BasicLit' && expr.value === '0';
  return (isHolder(cond.x) && (isNil(cond.y) || isZero(cond.y, cond.x))) || (isNil(cond.x) && isHolder(cond.y));
}

/** Whether a comparison is one with `!=`. */
export function isNotEqual(cond: Expr): boolean {
  return cond.kind === 'BinaryExpr' && cond.op === '!=';
}

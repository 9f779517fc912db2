import type { CallExpr, Node } from './ast.ts';

/** The last word that an expression is spelled with: `c` of `c` and of `a.b.c`; empty for all that is no name. */
export function lastWord(expr: Node): string {
  if (expr.kind === 'SelectorExpr') return expr.sel.name;
  return expr.kind === 'Ident' ? expr.name : '';
}

/** The last word that a call is spelled with: `f` of `f(…)`, `a.b.f(…)` and `f[T](…)`. */
export function calledName({ fun }: CallExpr): string {
  return lastWord(fun.kind === 'IndexExpr' ? fun.x : fun);
}

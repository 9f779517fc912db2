import type { Expr } from '../../../syntax/ast.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';

/** The variable that an expression is, where it is just that. */
export function identOf(expr: Expr, info: DeclInfo): Var | undefined {
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  return object?.kind === 'Var' ? object : undefined;
}

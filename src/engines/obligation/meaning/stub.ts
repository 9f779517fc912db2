import type { CompositeLit, Expr, FuncDecl } from '../../../syntax/ast.ts';
import type { DeclInfo, Func, Var } from '../../../model/info.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import type { Context } from '../context.ts';
import { identOf } from '../hold/ident-of.ts';
import { endMethods } from '../hold/owner.ts';

/**
 * Whether all a function of the package does is to put a parameter into a new value that has no method to end it, as
 * generated clients do.
 */
export function isStub(func: Func, index: number, { model }: Context): boolean {
  const info = model.infoOf(func);
  const literal = info.decl.kind === 'FuncDecl' ? onlyLiteral(info.decl) : undefined;
  const parameter = info.decl.kind === 'FuncDecl' ? parameterAt(info.decl, index, info) : undefined;
  if (!literal || !parameter || !literal.elts.some((each) => holds(each, parameter, info))) return false;
  const type = typeOf(literal, info, model);
  return type?.kind === 'Named' && endMethods(type).length === 0;
}

/** `return &T{…}` as the only statement. */
function onlyLiteral({ body }: FuncDecl): CompositeLit | undefined {
  const [only, ...others] = body?.list ?? [];
  const [value] = only?.kind === 'ReturnStmt' && others.length === 0 ? only.results : [];
  const literal = value?.kind === 'UnaryExpr' && value.op === '&' ? value.x : value;
  return literal?.kind === 'CompositeLit' ? literal : undefined;
}

function holds(element: Expr, parameter: Var, info: DeclInfo): boolean {
  return identOf(element.kind === 'KeyValueExpr' ? element.value : element, info) === parameter;
}

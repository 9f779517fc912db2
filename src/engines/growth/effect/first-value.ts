import { onceOf, runsOnce } from '../../../model/code/lifetime.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { referencesTo } from '../../../model/names/references.ts';
import type { AssignStmt, Expr } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';
import { isExported } from '../../../syntax/is-exported.ts';
import { sameExpr } from '../../../model/same-expr.ts';

/**
 * Whether an assignment makes the container rather than empties it: in init and its like, where it was nil, and as a
 * field of what the same function has just made, or of what the only callers of the method have.
 */
export function isFirstValue(assign: AssignStmt, expr: Expr, info: DeclInfo, context: Context): boolean {
  const func = info.enclosingFunc(assign);
  if (!func || runsOnce(func, info, context.model) || (func.kind === 'FuncLit' && onceOf(func, info, context.model)))
    return true;
  if (expr.kind === 'SelectorExpr' && isJustMade(expr.x, info, context)) return true;
  const block = info.parent(assign);
  const statement = block && info.parent(block);
  if (
    statement?.kind !== 'IfStmt'
    || statement.body !== block
    || statement.cond.kind !== 'BinaryExpr'
    || statement.cond.op !== '=='
  )
    return false;
  const { x, y } = statement.cond;
  return y.kind === 'Ident' && y.name === 'nil' && sameExpr(x, expr, info);
}

/** `s := &T{}`, `s := new(T)`, `var s T`; the receiver of a method that is only called on such. */
function isJustMade(owner: Expr, info: DeclInfo, context: Context): boolean {
  const variable = owner.kind === 'Ident' ? info.objectOf(owner) : undefined;
  if (variable?.kind !== 'Var') return false;
  if (variable.role === 'recv') return isCalledOnNew(info, context);
  if (variable.role !== 'local' && variable.role !== 'result') return false;
  const { origin } = variable;
  if (origin === undefined) return variable.type?.kind === 'Ident'; // of a struct type: its zero value
  return origin.kind === 'value' && makesValue(origin.value);
}

function makesValue(value: Expr): boolean {
  if (value.kind === 'UnaryExpr') return value.op === '&' && value.x.kind === 'CompositeLit';
  return (
    value.kind === 'CompositeLit'
    || (value.kind === 'CallExpr' && value.fun.kind === 'Ident' && value.fun.name === 'new')
  );
}

function isCalledOnNew(info: DeclInfo, context: Context): boolean {
  if (info.decl.kind !== 'FuncDecl' || isExported(info.decl.name.name)) return false;
  const references = referencesTo(info.decl, info, context.model);
  return references.length > 0 && references.every(({ expr, info: where }) => {
    const use = useOf(expr, where);
    const receiver =
      use.kind === 'called' && callRole(use.call, where) === undefined && expr.kind === 'SelectorExpr'
        ? expr.x
        : undefined;
    const variable = receiver?.kind === 'Ident' ? where.objectOf(receiver) : undefined;
    return (
      receiver !== undefined
      && variable?.kind === 'Var'
      && variable.role !== 'recv'
      && isJustMade(receiver, where, context)
    );
  });
}

import type { CallExpr, Expr, FuncLit, Ident, Stmt, UnaryExpr } from '../../../syntax/ast.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { calleeOf, typeOf } from '../../../model/types/type-of.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import { calledName } from '../../../syntax/last-word.ts';

/**
 * Whether a goroutine, once it has waited, does nothing but tell the function around it: it sets local variables of
 * that function, and cancels contexts that the function has derived for its own calls. When the function has returned
 * there is nobody left to tell.
 */
export function endsOnlyOwner(
  literal: FuncLit,
  wait: UnaryExpr,
  owner: FuncNode,
  info: DeclInfo,
  model: PackageModel,
): boolean {
  const stmts = behind(literal, wait);
  return (
    stmts.length > 0
    && stmts.every((stmt) => {
      if (stmt.kind === 'AssignStmt')
        return stmt.tok === '=' && stmt.lhs.every((target) => ownVariable(target, owner, info) !== undefined);
      const call = stmt.kind === 'ExprStmt' && stmt.x.kind === 'CallExpr' ? stmt.x : undefined;
      return call !== undefined && (cancelsOwn(call, owner, info, model) || storesOwn(call, owner, info, model));
    })
  );
}

/** The statements behind the wait, of its clause where it stands in a select. */
function behind({ body }: FuncLit, wait: UnaryExpr): readonly Stmt[] {
  return body.list.flatMap((stmt) => {
    if (stmt.pos >= wait.end) return [stmt];
    return stmt.kind === 'SelectStmt' && stmt.end >= wait.end ? stmt.body.flatMap((clause) => clause.body) : [];
  });
}

/** A variable that the function itself declares and does not give away by returning it. */
function ownVariable(expr: Expr, owner: FuncNode, info: DeclInfo): Var | undefined {
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  return object?.kind === 'Var' && object.role === 'local' && object.func === owner && !isKept(object, info)
    ? object
    : undefined;
}

/** Whether a variable's value is returned or stored, or its address taken, so that it may outlive the function. */
function isKept(variable: Var, info: DeclInfo): boolean {
  return info.usesOf(variable).some((ident) => {
    const parent = info.parent(ident);
    return (
      ['returned', 'stored', 'element', 'sent'].includes(useOf(ident, info).kind)
      || (parent?.kind === 'UnaryExpr' && parent.op === '&')
    );
  });
}

/** `over.Store(true)` of a value of package sync/atomic. */
function storesOwn({ fun }: CallExpr, owner: FuncNode, info: DeclInfo, model: PackageModel): boolean {
  if (fun.kind !== 'SelectorExpr' || fun.sel.name !== 'Store' || !ownVariable(fun.x, owner, info)) return false;
  const type = typeOf(fun.x, info, model);
  return type?.kind === 'Foreign' && type.path === 'sync/atomic';
}

/** `cancel()` of `ctx, cancel := context.WithCancel(…)`, where the function keeps both for itself. */
function cancelsOwn({ fun, args }: CallExpr, owner: FuncNode, info: DeclInfo, model: PackageModel): boolean {
  const cancel = args.length === 0 ? ownVariable(fun, owner, info) : undefined;
  const value = cancel?.origin?.kind === 'value' ? cancel.origin.value : undefined;
  if (!cancel || value?.kind !== 'CallExpr') return false;
  const callee = calleeOf(value, info, model);
  if (callee?.kind !== 'Foreign' || !/^context\.With/.test(callee.name)) return false;
  const [first] = resultTargets(value, info);
  const derived = first && ownVariable(first, owner, info);
  return derived !== undefined && !info.usesOf(derived).some((ident) => livesOn(ident, owner, info));
}

/** Calls that go on until the context ends, so that the function does not return before. */
const lasting = /serve|run|loop|watch|listen|start|wait/i;

/**
 * Whether a use of a context may go on when the function has returned, or keeps the function until the context ends.
 */
function livesOn(ident: Ident, owner: FuncNode, info: DeclInfo): boolean {
  if (info.enclosingFunc(ident) !== owner) return true;
  const use = useOf(ident, info);
  if (use.kind !== 'argument') return use.kind === 'received' || use.kind === 'method-call' || use.kind === 'selected';
  return callRole(use.call, info) !== undefined || lasting.test(calledName(use.call));
}

import { branchTarget } from '../../model/code/branch-target.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import type { DeferInLoop } from './rule.ts';
import type { Expr, ForStmt, IfStmt, RangeStmt, Stmt, UnaryExpr } from '../../syntax/ast.ts';
import { isWithin } from '../../syntax/span.ts';
import { someNode, walk } from '../../syntax/walk.ts';

/**
 * Whether a pass uses something up, in a statement of its own: what it has is gone then, and the deferred call is for
 * the ways out in between.
 */
export function isDrained(variable: Var, loop: ForStmt | RangeStmt, info: DeclInfo, rule: DeferInLoop): boolean {
  return loop.body.list.some(
    (stmt) => isGoneThrough(stmt, variable, info, rule) || isReadToItsEnd(stmt, variable, info, rule),
  );
}

/** `for rows.Next() { … }`, left only by its end or with the function: then the rows have closed themselves. */
function isGoneThrough(stmt: Stmt, variable: Var, info: DeclInfo, { exhaustedBy }: DeferInLoop): boolean {
  if (stmt.kind !== 'ForStmt') return false;
  const end = stmt.cond ? undefined : stmt.body.list.find((each) => isEndOf(each));
  const cond = end ? end.cond.x : stmt.cond;
  if (cond?.kind !== 'CallExpr' || cond.fun.kind !== 'SelectorExpr') return false;
  const { x, sel } = cond.fun;
  return (
    x.kind === 'Ident'
    && info.objectOf(x) === variable
    && exhaustedBy.includes(sel.name)
    && !leavesEarly(stmt, info, end)
  );
}

/** `if !rows.Next() { break }` */
function isEndOf(stmt: Stmt): stmt is IfStmt & { readonly cond: UnaryExpr } {
  if (stmt.kind !== 'IfStmt' || stmt.init || stmt.else) return false;
  const [only, ...others] = stmt.body.list;
  return stmt.cond.kind === 'UnaryExpr' && stmt.cond.op === '!'
    && only?.kind === 'BranchStmt' && only.tok === 'break' && others.length === 0;
}

/** `data, err := io.ReadAll(resp.Body)`, also in the head of an if: the connection is given back. A file stays open. */
function isReadToItsEnd(stmt: Stmt, variable: Var, info: DeclInfo, { drainedBy, drained }: DeferInLoop): boolean {
  const head = stmt.kind === 'IfStmt' ? stmt.init : stmt;
  if (
    !head
    || head.kind === 'ForStmt'
    || head.kind === 'RangeStmt'
    || head.kind === 'DeferStmt'
    || head.kind === 'GoStmt'
  )
    return false;
  let found = false;
  walk(head, (node) => {
    if (found || node.kind === 'FuncLit' || node.kind === 'BlockStmt') return false;
    const callee = node.kind === 'CallExpr' ? calleeOf(node, info, info.file.package) : undefined;
    const index = callee?.kind === 'Foreign' ? drainedBy[callee.name] : undefined;
    const read = node.kind === 'CallExpr' && index !== undefined ? node.args[index] : undefined;
    found = read !== undefined && (isPartOf(read, variable, drained, info) || isMadeBy(read, variable, drained, info));
    return !found;
  });
  return found;
}

/** `resp.Body` */
function isPartOf(expr: Expr, variable: Var, names: readonly string[], info: DeclInfo): boolean {
  return (
    expr.kind === 'SelectorExpr'
    && names.includes(expr.sel.name)
    && expr.x.kind === 'Ident'
    && info.objectOf(expr.x) === variable
  );
}

/** `data` of `data := resp.RawBody()` */
function isMadeBy(expr: Expr, variable: Var, names: readonly string[], info: DeclInfo): boolean {
  const { origin } = variable;
  if (expr.kind !== 'Ident' || info.objectOf(expr) !== variable || origin?.kind !== 'value') return false;
  const made = origin.value.kind === 'CallExpr' ? origin.value.fun : origin.value;
  return made.kind === 'SelectorExpr' && names.some((name) => made.sel.name.endsWith(name));
}

/** Whether a jump, but for that of `end`, leads out of a loop; a return ends the function, and with it the wait. */
function leavesEarly(loop: ForStmt, info: DeclInfo, end?: IfStmt): boolean {
  return someNode(loop.body, (node) => {
    if (node.kind !== 'BranchStmt' || node.tok === 'fallthrough' || (end && isWithin(node, end))) return false;
    const target = branchTarget(node, info);
    return target === undefined || !isWithin(target, loop.body) && (node.tok !== 'continue' || target !== loop);
  });
}

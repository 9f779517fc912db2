import { guards, implied } from '../../flow/guards.ts';
import { rootVar } from '../../model/names/entity-name.ts';
import type { DeclInfo } from '../../model/info.ts';
import { receivedFrom } from '../../model/code/received-from.ts';
import { useOf } from '../../model/code/use.ts';
import type { CallExpr, CommClause, Expr, ForStmt, IfStmt, Node, RangeStmt } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { calleeOf } from '../../model/types/type-of.ts';

/**
 * Whether a node of a loop runs in one pass only, because what guards it is over then: `if conn == nil { … }`,
 * `if first { first = false … }`, `if i == 0 { … }`; or because it waits for a timer from before the loop.
 */
export function isOnlyOnce(node: Node, loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  let child = node;
  for (let at = info.parent(node); at && at !== loop; child = at, at = info.parent(at)) {
    if (at.kind === 'IfStmt' && child === at.body && isOver(at, loop, info)) return true;
    if (at.kind === 'CommClause' && child !== at.comm && firesOnce(at, loop, info)) return true;
  }
  return false;
}

function isOver({ cond, body }: IfStmt, loop: Node, info: DeclInfo): boolean {
  return implied(cond, true, info).some(({ cond: leaf }) => {
    if (leaf.kind === 'BinaryExpr' && leaf.op === '==' && (isConstant(leaf.x) || isConstant(leaf.y)))
      return !isOfPass(isConstant(leaf.x) ? leaf.y : leaf.x, loop, info);
    return (
      leaf.kind === 'Ident'
      && someNode(
        body,
        (each) =>
          each.kind === 'AssignStmt' && each.tok === '=' && each.lhs.some((target) => isSame(target, leaf, info)),
      )
    );
  });
}

function isConstant(expr: Expr): boolean {
  return (expr.kind === 'Ident' && expr.name === 'nil') || expr.kind === 'BasicLit';
}

/**
 * Whether a variable is new in each pass, so that what it is compared with says nothing about the next one. A counter
 * is not.
 */
function isOfPass(expr: Expr, loop: Node, info: DeclInfo): boolean {
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  if (object?.kind !== 'Var' || (object.origin?.kind === 'range' && object.origin.index === 0))
    return object?.kind !== 'Var' && expr.kind === 'CallExpr';
  return loop.kind === 'ForStmt' || loop.kind === 'RangeStmt'
    ? loop.body.pos <= object.ident.pos && object.ident.end <= loop.body.end
    : false;
}

function isSame(target: Expr, leaf: Expr, info: DeclInfo): boolean {
  return target.kind === 'Ident' && leaf.kind === 'Ident' && info.objectOf(target) === info.objectOf(leaf);
}

/**
 * Whether a clause receives from a timer that is made before the loop, and is set again only where it had not yet
 * fired.
 */
function firesOnce({ comm }: CommClause, loop: Node, info: DeclInfo): boolean {
  const received = comm && receivedFrom(comm);
  const timer = received && rootVar(received, info);
  const made = timer?.origin?.kind === 'value' ? timer.origin.value : undefined;
  if (
    !timer
    || timer.ident.pos >= loop.pos
    || made?.kind !== 'CallExpr'
    || !isOneShot(made, info)
  )
    return false;
  return info.usesOf(timer).map((ident) => useOf(ident, info)).every((use) =>
    use.kind !== 'assigned' && (use.kind !== 'method-call' || use.name !== 'Reset' || isGuardedByStop(use.call, info)));
}

function isOneShot(made: CallExpr, info: DeclInfo): boolean {
  const callee = calleeOf(made, info, info.file.package);
  return callee?.kind === 'Foreign' && (callee.name === 'time.NewTimer' || callee.name === 'time.After');
}

/** `if timer.Stop() { timer.Reset(0) }` */
function isGuardedByStop(reset: CallExpr, info: DeclInfo): boolean {
  return guards(reset, info).some(({ text, value }) => value && text.endsWith('.Stop()'));
}

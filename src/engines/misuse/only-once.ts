import type { DeclInfo } from '../../model/info.ts';
import type { Expr, ForStmt, IfStmt, Node, RangeStmt } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { implied } from '../../flow/guards.ts';

/**
 * Whether a node of a loop runs in one pass only, because what guards it is over then: `if conn == nil { … }`,
 * `if first { first = false … }`, `if i == 0 { … }`.
 */
export function isOnlyOnce(node: Node, loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  let child = node;
  for (let at = info.parent(node); at && at !== loop; child = at, at = info.parent(at)) {
    if (at.kind === 'IfStmt' && child === at.body && isOver(at, loop, info)) return true;
  }
  return false;
}

function isOver({ cond, body }: IfStmt, loop: Node, info: DeclInfo): boolean {
  return implied(cond, true, info).some(({ cond: leaf }) => {
    if (leaf.kind === 'BinaryExpr' && leaf.op === '==' && (isConstant(leaf.x) || isConstant(leaf.y))) return !isOfPass(isConstant(leaf.x) ? leaf.y : leaf.x, loop, info);
    return leaf.kind === 'Ident' && someNode(body, (each) => each.kind === 'AssignStmt' && each.tok === '=' && each.lhs.some((target) => isSame(target, leaf, info)));
  });
}

function isConstant(expr: Expr): boolean {
  return (expr.kind === 'Ident' && expr.name === 'nil') || expr.kind === 'BasicLit';
}

/** Whether a variable is new in each pass, so that what it is compared with says nothing about the next one. A counter is not. */
function isOfPass(expr: Expr, loop: Node, info: DeclInfo): boolean {
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  if (object?.kind !== 'Var' || (object.origin?.kind === 'range' && object.origin.index === 0)) return object?.kind !== 'Var' && expr.kind === 'CallExpr';
  return loop.kind === 'ForStmt' || loop.kind === 'RangeStmt' ? loop.body.pos <= object.ident.pos && object.ident.end <= loop.body.end : false;
}

function isSame(target: Expr, leaf: Expr, info: DeclInfo): boolean {
  return target.kind === 'Ident' && leaf.kind === 'Ident' && info.objectOf(target) === info.objectOf(leaf);
}

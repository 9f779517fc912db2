import { branchTarget } from '../model/code/branch-target.ts';
import type { DeclInfo } from '../model/info.ts';
import type { ForStmt, Node, RangeStmt } from '../syntax/ast.ts';
import { someNode } from '../syntax/walk.ts';
import { returnOutcome, saysError } from './error-way.ts';

/**
 * Whether a loop without a condition is left when its work is done: by a break, or by a return that is no error's. What
 * a clause of a select does is the word of somebody else.
 */
export function endsByItself(loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  const func = info.enclosingFunc(loop);
  return someNode(loop.body, (node) => {
    if (node.kind !== 'ReturnStmt' && node.kind !== 'BranchStmt') return false;
    if (info.enclosingFunc(node) !== func || isInClause(node, loop, info)) return false;
    if (node.kind === 'ReturnStmt') return returnOutcome(node, info) === 'fine' && !isBehindError(node, loop, info);
    return node.tok === 'break' && leaves(branchTarget(node, info), loop);
  });
}

/** Whether a break of that statement leaves the loop: it is the loop, or one around it. */
function leaves(target: Node | undefined, loop: Node): boolean {
  return target !== undefined && target.pos <= loop.pos && loop.end <= target.end;
}

function isInClause(node: Node, loop: Node, info: DeclInfo): boolean {
  for (let at = info.parent(node); at && at !== loop; at = info.parent(at)) if (at.kind === 'CommClause') return true;
  return false;
}

function isBehindError(node: Node, loop: Node, info: DeclInfo): boolean {
  let child = node;
  for (let at = info.parent(node); at && at !== loop; child = at, at = info.parent(at)) {
    if (at.kind === 'IfStmt' && child !== at.cond && saysError(at.cond, child === at.body)) return true;
  }
  return false;
}

import type { ForStmt, Node, RangeStmt, Stmt } from '../syntax/ast.ts';
import { someNode } from '../syntax/walk.ts';
import type { DeclInfo } from '../model/info.ts';
import { branchTarget } from '../model/code/branch-target.ts';

/**
 * Whether a node of a loop only runs in its last pass: the statements behind it end in a return, or in a break of the
 * loop, and none of them goes on to the next pass. So do loops that try until they succeed.
 */
export function isInLastPass(node: Node, loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  const func = info.enclosingFunc(loop);
  for (let at = info.parent(node); at && at !== loop; at = info.parent(at)) {
    const last = statementsOf(at)?.at(-1);
    if (last === undefined || last.pos < node.pos || !leaves(last, loop, info)) continue;
    const goesOn = someNode(at, (each) =>
      each.kind === 'BranchStmt'
      && each.pos > node.pos
      && !leaves(each, loop, info)
      && info.enclosingFunc(each) === func);
    if (!goesOn) return true;
  }
  return false;
}

function statementsOf(node: Node): readonly Stmt[] | undefined {
  if (node.kind === 'BlockStmt') return node.list;
  return node.kind === 'CaseClause' || node.kind === 'CommClause' ? node.body : undefined;
}

/** Whether a statement leaves a loop: a return, or a break out of it. */
function leaves(stmt: Stmt, loop: Node, info: DeclInfo): boolean {
  if (stmt.kind === 'ReturnStmt') return true;
  const target = stmt.kind === 'BranchStmt' && stmt.tok === 'break' ? branchTarget(stmt, info) : undefined;
  return target !== undefined && target.pos <= loop.pos && loop.end <= target.end;
}

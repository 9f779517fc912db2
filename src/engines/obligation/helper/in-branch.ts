import type { DeclInfo } from '../../../model/info.ts';
import type { Node } from '../../../syntax/ast.ts';

/** Whether a node stands where its function may not come by: in a branch, a clause or a literal. */
export function isInBranch(node: Node, info: DeclInfo): boolean {
  let child = node;
  for (let at = info.parent(node); at; child = at, at = info.parent(at)) {
    if (at.kind === 'CaseClause' || at.kind === 'FuncLit') return true;
    if (at.kind === 'IfStmt' && (child === at.body || child === at.else)) return true;
  }
  return false;
}

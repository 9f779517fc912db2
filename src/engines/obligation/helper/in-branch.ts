import { implied } from '../../../flow/guards.ts';
import { literalRole } from '../../../model/code/use.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { IfStmt, Node } from '../../../syntax/ast.ts';
import { isNilTest, isNotEqual } from '../ways/nil-test.ts';

/**
 * Whether a node stands where its function may not come by: in a branch, a clause or a literal. With a holder, a
 * literal that runs there or is deferred is no such place, nor is a branch that is taken wherever the holder has
 * something.
 */
export function isInBranch(node: Node, info: DeclInfo, holder?: Var): boolean {
  let child = node;
  for (let at = info.parent(node); at; child = at, at = info.parent(at)) {
    if (at.kind === 'CaseClause') return true;
    if (at.kind === 'FuncLit' && !(holder && ['inline', 'deferred'].includes(literalRole(at, info)))) return true;
    if (at.kind !== 'IfStmt' || (child !== at.body && child !== at.else)) continue;
    if (!holder || !hasHolder(at, child === at.body, holder, info)) return true;
  }
  return false;
}

/** `if resp != nil && resp.Body != nil`: such a branch is taken wherever the holder has something. */
function hasHolder({ cond }: IfStmt, value: boolean, holder: Var, info: DeclInfo): boolean {
  const known = implied(cond, value, info);
  return (
    known.length > 0
    && known.every((each) => isNilTest(each.cond, holder, info) && each.value === isNotEqual(each.cond))
  );
}

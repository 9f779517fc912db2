import type { BranchStmt, Node } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';

/** The statement that a break leaves, or whose next pass a continue begins; undefined where the code does not say. */
export function branchTarget(branch: BranchStmt, info: DeclInfo): Node | undefined {
  for (let at = info.parent(branch); at; at = info.parent(at)) {
    if (branch.label ? hasLabel(at, branch.label.name, info) : isTarget(at, branch.tok)) return at;
  }
  return undefined;
}

function hasLabel(stmt: Node, label: string, info: DeclInfo): boolean {
  const parent = info.parent(stmt);
  return parent?.kind === 'LabeledStmt' && parent.label.name === label;
}

function isTarget({ kind }: Node, tok: BranchStmt['tok']): boolean {
  if (kind === 'ForStmt' || kind === 'RangeStmt') return true;
  return tok === 'break' && (kind === 'SwitchStmt' || kind === 'TypeSwitchStmt' || kind === 'SelectStmt');
}

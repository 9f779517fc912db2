import type { ForStmt, Node, RangeStmt } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';

/** The innermost loop around a node, the node itself left out, within its function. */
export function loopAround(node: Node, info: DeclInfo): ForStmt | RangeStmt | undefined {
  for (let at = info.parent(node); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind === 'ForStmt' || at.kind === 'RangeStmt') return at;
  }
  return undefined;
}

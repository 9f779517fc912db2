import type { DeclInfo } from '../model/info.ts';
import type { Stmt } from '../syntax/ast.ts';

/**
 * The list of a block or clause that a statement stands in; undefined in the header of an if, behind a label and the
 * like.
 */
export function statementList(stmt: Stmt, info: DeclInfo): readonly Stmt[] | undefined {
  const parent = info.parent(stmt);
  switch (parent?.kind) {
    case 'BlockStmt':
      return parent.list;
    case 'CaseClause':
    case 'CommClause':
      return parent.body.includes(stmt) ? parent.body : undefined;
    default:
      return undefined;
  }
}

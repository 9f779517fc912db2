import type { DeclInfo } from '../model/info.ts';
import type { Stmt } from '../syntax/ast.ts';

/** The list that a statement is an element of: of a block or of a clause; undefined for the header of an if, a labelled statement and the like. */
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

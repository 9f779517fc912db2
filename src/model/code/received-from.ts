import type { Expr, Stmt } from '../../syntax/ast.ts';
import { assignmentsOf } from './assignment.ts';

/** What a statement receives from: `t.C` of `<-t.C` and of `at := <-t.C`; undefined for every other statement. */
export function receivedFrom(node: Stmt | Expr): Expr | undefined {
  const x = node.kind === 'ExprStmt' ? node.x : assignmentsOf(node)[0]?.values[0];
  return x?.kind === 'UnaryExpr' && x.op === '<-' ? x.x : undefined;
}

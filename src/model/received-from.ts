import type { Expr, Stmt } from '../syntax/ast.ts';

/** What a statement receives from: `t.C` of `<-t.C` and of `at := <-t.C`; undefined for every other statement. */
export function receivedFrom(node: Stmt | Expr): Expr | undefined {
  const x = node.kind === 'ExprStmt' ? node.x : node.kind === 'AssignStmt' ? node.rhs[0] : undefined;
  return x?.kind === 'UnaryExpr' && x.op === '<-' ? x.x : undefined;
}

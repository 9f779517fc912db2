import type { Expr, Stmt } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';

/** The two sides of `a, b = x`, of `a, b := x` and of `var a, b = x`. */
export interface Assignment {
  readonly targets: readonly Expr[];
  readonly values: readonly Expr[];
}

/**
 * The assignments that a statement makes, in order: one for each line of a group of `var`; empty for every other
 * statement.
 */
export function assignmentsOf(stmt: Stmt | Expr): readonly Assignment[] {
  if (stmt.kind === 'AssignStmt') return [{ targets: stmt.lhs, values: stmt.rhs }];
  if (stmt.kind !== 'DeclStmt') return [];
  return stmt.decl.specs.flatMap((spec) =>
    spec.kind === 'ValueSpec' ? [{ targets: spec.names, values: spec.values }] : [],
  );
}

/**
 * What takes the results of a call, or the value and the flag of a receive, an index or an assertion, in order: `v`,
 * `err` of `v, err := call()`. Empty where the value does not stand alone on its side. Parentheses count as nothing.
 */
export function resultTargets(value: Expr, info: DeclInfo): readonly Expr[] {
  const parent = info.parent(value);
  switch (parent?.kind) {
    case 'AssignStmt':
      return parent.rhs.length === 1 && parent.rhs[0] === value ? parent.lhs : [];
    case 'ValueSpec':
      return parent.values.length === 1 && parent.values[0] === value ? parent.names : [];
    default:
      return [];
  }
}

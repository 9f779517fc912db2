import { resultTargets } from '../model/code/assignment.ts';
import type { DeclInfo } from '../model/info.ts';
import type { Expr, Ident, Stmt } from '../syntax/ast.ts';

/** A statement that does nothing but give the results of one value to variables. */
export interface SoleAssignment {
  readonly stmt: Stmt;
  /** One for each result, in order. */
  readonly targets: readonly Ident[];
  /** Whether it declares the variables. */
  readonly declares: boolean;
}

/**
 * `v, err := value`, `v = value` or `var v, err = value` around a value; undefined where more than that is assigned or
 * declared.
 */
export function soleAssignment(value: Expr, info: DeclInfo): SoleAssignment | undefined {
  const all = resultTargets(value, info);
  const targets = all.flatMap((each) => (each.kind === 'Ident' ? [each] : []));
  const parent = info.parent(value);
  if (targets.length === 0 || targets.length < all.length) return undefined;
  if (parent?.kind === 'AssignStmt') return { stmt: parent, targets, declares: parent.tok === ':=' };
  const group = parent && info.parent(parent);
  const stmt = group && info.parent(group);
  return group?.kind === 'GenDecl' && group.specs.length === 1 && stmt?.kind === 'DeclStmt'
    ? { stmt, targets, declares: true }
    : undefined;
}

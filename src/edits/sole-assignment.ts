import type { DeclInfo } from '../model/info.ts';
import type { Expr, Ident, Stmt } from '../syntax/ast.ts';

/** A statement that does nothing but give one variable a value. */
export interface SoleAssignment {
  readonly stmt: Stmt;
  readonly target: Ident;
  /** Whether it declares the variable. */
  readonly declares: boolean;
}

/** `v := value`, `v = value` or `var v = value` around a value; undefined where more than that is assigned or declared. */
export function soleAssignment(value: Expr, info: DeclInfo): SoleAssignment | undefined {
  const parent = info.parent(value);
  if (parent?.kind === 'AssignStmt') {
    const [target, ...others] = parent.lhs;
    if (target?.kind !== 'Ident' || others.length > 0 || parent.rhs[0] !== value) return undefined;
    return { stmt: parent, target, declares: parent.tok === ':=' };
  }
  if (parent?.kind !== 'ValueSpec' || parent.names.length !== 1 || parent.values[0] !== value) return undefined;
  const group = info.parent(parent);
  const stmt = group && info.parent(group);
  const [target] = parent.names;
  if (group?.kind !== 'GenDecl' || group.specs.length !== 1 || stmt?.kind !== 'DeclStmt' || !target) return undefined;
  return { stmt, target, declares: true };
}

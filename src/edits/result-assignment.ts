import type { DeclInfo } from '../model/info.ts';
import type { CallExpr, Ident, IfStmt, Stmt } from '../syntax/ast.ts';
import { soleAssignment } from './sole-assignment.ts';
import { statementList } from './statement-list.ts';

/** A statement that keeps the results of one call, and nothing else. */
export interface ResultAssignment {
  /**
   * The statement behind which the result is there: the assignment, or the test of its error that leaves the function.
   */
  readonly ready: Stmt;
  readonly target: Ident;
  /** Whether it declares the variables. */
  readonly declares: boolean;
  /** The variables of the other results, that of the error left out. */
  readonly others: readonly Ident[];
}

/**
 * `v := call()`, and `v, err := call()` with `if err != nil { … return }` as the next statement: without that v may be
 * nil. Undefined for everything else, such as results that are kept in fields.
 */
export function resultAssignment(call: CallExpr, result: number, info: DeclInfo): ResultAssignment | undefined {
  const assignment = soleAssignment(call, info);
  const target = assignment?.targets[result];
  if (!assignment || !target) return undefined;
  const { stmt, targets, declares } = assignment;
  const last = targets.at(-1);
  const error = last === target ? undefined : last;
  const ready = error ? testOf(error, stmt, info) : stmt;
  const others = targets.filter((each) => each !== target && each !== error && each.name !== '_');
  return ready && { ready, target, declares, others };
}

/**
 * The next statement, if it is `if err != nil { … }` and leaves the function, or the pass of a loop, with the error.
 */
function testOf(error: Ident, stmt: Stmt, info: DeclInfo): IfStmt | undefined {
  const list = statementList(stmt, info) ?? [];
  const next = list[list.indexOf(stmt) + 1];
  if (next?.kind !== 'IfStmt' || next.init || next.else || next.cond.kind !== 'BinaryExpr' || next.cond.op !== '!=')
    return undefined;
  const { x, y } = next.cond;
  const isTest = x.kind === 'Ident' && x.name === error.name && y.kind === 'Ident' && y.name === 'nil';
  const last = next.body.list[next.body.list.length - 1];
  const leaves = last?.kind === 'ReturnStmt' || (last?.kind === 'BranchStmt' && last.tok !== 'fallthrough');
  return isTest && leaves ? next : undefined;
}

import type { CommClause, Expr, Ident, Node } from '../../syntax/ast.ts';
import type { DeclInfo, Var } from '../info.ts';
import { receivedFrom } from './received-from.ts';
import { useOf } from './use.ts';

/** The variable whose channel a clause of a select receives from; undefined where it receives from something else. */
export function clauseChannel({ comm }: CommClause, info: DeclInfo): Var | undefined {
  const received = comm && receivedFrom(comm);
  const object = received?.kind === 'Ident' ? info.objectOf(received) : undefined;
  return object?.kind === 'Var' ? object : undefined;
}

/**
 * Whether a clause of a select sets its own channel to nil: it is then not taken again before somebody gives it a new
 * one.
 */
export function disarmsItself(clause: CommClause, info: DeclInfo): boolean {
  const channel = clauseChannel(clause, info);
  return (
    channel !== undefined
    && info
      .usesOf(channel)
      .some((ident) => clause.pos <= ident.pos && ident.end <= clause.end && isSetToNil(ident, info))
  );
}

/** Whether a use of a variable is an assignment of nil. */
export function isSetToNil(ident: Expr, info: DeclInfo): boolean {
  const statement = info.parent(ident);
  if (statement?.kind !== 'AssignStmt') return false;
  const value = statement.rhs[statement.lhs.indexOf(ident)];
  return value?.kind === 'Ident' && value.name === 'nil';
}

/** The assignments that give a variable something else than nil, its declaration left out. */
export function armings(channel: Var, info: DeclInfo): readonly Ident[] {
  return info.usesOf(channel).filter((ident) => useOf(ident, info).kind === 'assigned' && !isSetToNil(ident, info));
}

/** The innermost clause of a select around a node, within its function. */
export function clauseAround(node: Node, info: DeclInfo): CommClause | undefined {
  for (let at = info.parent(node); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind === 'CommClause') return at;
  }
  return undefined;
}

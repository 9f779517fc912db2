import type { CaseClause, Expr, Node, SwitchStmt, TypeSwitchStmt } from '../../../syntax/ast.ts';
import { useOf } from '../../../model/code/use.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';

/**
 * The expressions at which it is settled that a resource is handed on, though the places where it is come later: the
 * head of a loop over a list or a count that hands it to each of many (there will be one), and the tag of a switch
 * without a default in which every clause does, or gives it to one that releases it (one of them will fit). Plain
 * releases are not meant: they belong on every way.
 */
export function foregone(
  handedOn: readonly Node[],
  released: readonly Node[],
  variable: Var,
  info: DeclInfo,
): readonly Expr[] {
  const clauses = new Map<SwitchStmt | TypeSwitchStmt, Set<CaseClause>>();
  const found: Expr[] = [];
  const given = info.usesOf(variable).filter((ident) => useOf(ident, info).kind === 'assigned');
  for (const end of [...handedOn, ...released]) {
    for (let at = info.parent(end); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
      if (at.pos < variable.ident.pos) break;
      const head = at.kind === 'RangeStmt' ? at.x : at.kind === 'ForStmt' && at.post ? at.cond : undefined;
      // A loop that gives the variable values has each pass hand on its own.
      const isGivenHere = given.some((ident) => at !== undefined && at.pos <= ident.pos && ident.end <= at.end);
      if (head && handedOn.includes(end) && !isGivenHere) found.push(head);
      if (at.kind !== 'CaseClause') continue;
      const around = info.parent(at);
      if (around?.kind === 'SwitchStmt' || around?.kind === 'TypeSwitchStmt')
        clauses.set(around, (clauses.get(around) ?? new Set()).add(at));
    }
  }
  for (const [statement, ending] of clauses) {
    const tag = statement.kind === 'SwitchStmt' ? statement.tag : statement.x;
    const hasDefault = statement.body.some((clause) => clause.list === undefined);
    if (tag && !hasDefault && statement.body.every((clause) => ending.has(clause))) found.push(tag);
  }
  return found;
}

import type { CaseClause, CommClause, Expr, Ident, SelectStmt, Stmt, SwitchStmt, TypeSwitchStmt } from '../ast.ts';
import type { Lowering } from './lowering.ts';
import { exprIn, field, fields, hasToken, ident, listIn, named, optionalExprIn } from './lowering.ts';
import { withoutPlainBlocks } from './plain-blocks.ts';
import type { SyntaxNode } from '../parse/tree.ts';

/** Reads `switch x { … }`. */
export function lowerSwitch(lowering: Lowering, node: SyntaxNode): SwitchStmt {
  return {
    kind: 'SwitchStmt',
    init: initializer(lowering, node),
    tag: optionalExprIn(lowering, node, 'value'),
    body: clauses(node).map((clause) => caseClause(lowering, clause, listIn(lowering, clause, 'value'))),
    ...lowering.span(node),
  };
}

/** Reads `switch x.(type) { … }`. */
export function lowerTypeSwitch(lowering: Lowering, node: SyntaxNode): TypeSwitchStmt {
  const alias = field(node, 'alias');
  const name = alias && named(alias)[0];
  const symbol = name && ident(lowering, name);
  return {
    kind: 'TypeSwitchStmt',
    init: initializer(lowering, node),
    name: symbol,
    x: exprIn(lowering, node, 'value'),
    body: clauses(node).map((clause) => caseClause(lowering, clause, fields(clause, 'type').map(lowering.expr), symbol)),
    ...lowering.span(node),
  };
}

/** Reads `select { … }`. */
export function lowerSelect(lowering: Lowering, node: SyntaxNode): SelectStmt {
  return {
    kind: 'SelectStmt',
    body: clauses(node).map((clause) => commClause(lowering, clause)),
    ...lowering.span(node),
  };
}

function initializer(lowering: Lowering, node: SyntaxNode): Stmt | undefined {
  const init = field(node, 'initializer');
  return init && lowering.stmt(init);
}

function clauses(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child.named && child.field === undefined);
}

function caseClause(lowering: Lowering, node: SyntaxNode, list: readonly Expr[], symbol?: Ident): CaseClause {
  const body = statements(lowering, node);
  return {
    kind: 'CaseClause',
    list: node.type === 'default_case' ? undefined : list,
    body: withoutPlainBlocks(body, symbol ? [symbol] : []),
    ...clauseSpan(lowering, node, body),
  };
}

function commClause(lowering: Lowering, node: SyntaxNode): CommClause {
  const body = statements(lowering, node);
  const communication = field(node, 'communication');
  const comm = communication && (communication.type === 'receive_statement'
    ? receive(lowering, communication)
    : lowering.stmt(communication));
  const received = comm?.kind === 'AssignStmt' && comm.tok === ':=' ? comm.lhs.filter((each) => each.kind === 'Ident') : [];
  return { kind: 'CommClause', comm, body: withoutPlainBlocks(body, received), ...clauseSpan(lowering, node, body) };
}

function receive(lowering: Lowering, node: SyntaxNode): Stmt {
  const x = exprIn(lowering, node, 'right');
  const span = lowering.span(node);
  const lhs = listIn(lowering, node, 'left');
  if (lhs.length === 0) return { kind: 'ExprStmt', x, ...span };
  return { kind: 'AssignStmt', lhs, tok: hasToken(node, ':=') ? ':=' : '=', rhs: [x], ...span };
}

function statements(lowering: Lowering, clause: SyntaxNode): readonly Stmt[] {
  return clause.children.filter((child) => child.type === 'statement_list').flatMap(named).map(lowering.stmt);
}

/** Up to the last statement or the colon, as in go/ast; the grammar's node also has the line ends behind it. */
function clauseSpan(
  lowering: Lowering,
  node: SyntaxNode,
  body: readonly Stmt[],
): { readonly pos: number; readonly end: number } {
  const colon = node.children.find((child) => child.type === ':') ?? node;
  return { pos: lowering.span(node).pos, end: body.at(-1)?.end ?? lowering.span(colon).end };
}

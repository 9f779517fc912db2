import type { AssignStmt, BlockStmt, BranchStmt, ForStmt, Ident, IfStmt, LabeledStmt, RangeStmt, Stmt } from '../ast.ts';
import { lowerSelect, lowerSwitch, lowerTypeSwitch } from './lower-clause.ts';
import type { Lowering } from './lowering.ts';
import { exprIn, field, hasToken, ident, identIn, listIn, named, onlyExpr, optionalExprIn } from './lowering.ts';
import { withoutPlainBlocks } from './plain-blocks.ts';
import type { SyntaxNode } from '../parse/tree.ts';

type LowerStmt = (lowering: Lowering, node: SyntaxNode) => Stmt;

/** Reads a statement. */
export function lowerStmt(lowering: Lowering, node: SyntaxNode): Stmt {
  const lower = lowerings.get(node.type);
  return lower === undefined ? { ...lowering.bad(node), kind: 'BadStmt' } : lower(lowering, node);
}

/** Reads a block. */
export function lowerBlock(lowering: Lowering, node: SyntaxNode, around?: readonly Ident[]): BlockStmt {
  const list = withoutPlainBlocks(named(node).flatMap(named).map(lowering.stmt), around);
  return { kind: 'BlockStmt', list, ...lowering.span(node) };
}

const lowerings: ReadonlyMap<string, LowerStmt> = new Map(
  Object.entries<LowerStmt>({
    block: (lowering, node) => lowerBlock(lowering, node),
    var_declaration: declStmt,
    const_declaration: declStmt,
    type_declaration: declStmt,
    empty_statement: (lowering, node) => ({ kind: 'EmptyStmt', ...lowering.span(node) }),
    labeled_statement: labeledStmt,
    expression_statement: (lowering, node) => ({
      kind: 'ExprStmt',
      x: onlyExpr(lowering, node),
      ...lowering.span(node),
    }),
    send_statement: (lowering, node) => ({
      kind: 'SendStmt',
      chan: exprIn(lowering, node, 'channel'),
      value: exprIn(lowering, node, 'value'),
      ...lowering.span(node),
    }),
    inc_statement: (lowering, node) => ({
      kind: 'IncDecStmt',
      tok: '++',
      x: onlyExpr(lowering, node),
      ...lowering.span(node),
    }),
    dec_statement: (lowering, node) => ({
      kind: 'IncDecStmt',
      tok: '--',
      x: onlyExpr(lowering, node),
      ...lowering.span(node),
    }),
    assignment_statement: assignStmt,
    short_var_declaration: assignStmt,
    go_statement: (lowering, node) => ({ kind: 'GoStmt', call: onlyExpr(lowering, node), ...lowering.span(node) }),
    defer_statement: (lowering, node) => ({
      kind: 'DeferStmt',
      call: onlyExpr(lowering, node),
      ...lowering.span(node),
    }),
    return_statement: (lowering, node) => ({
      kind: 'ReturnStmt',
      results: named(node).flatMap(named).map(lowering.expr),
      ...lowering.span(node),
    }),
    break_statement: branch('break'),
    continue_statement: branch('continue'),
    goto_statement: branch('goto'),
    fallthrough_statement: branch('fallthrough'),
    if_statement: ifStmt,
    for_statement: (lowering, node) =>
      header(node)?.type === 'range_clause' ? rangeStmt(lowering, node) : forStmt(lowering, node),
    expression_switch_statement: lowerSwitch,
    type_switch_statement: lowerTypeSwitch,
    select_statement: lowerSelect,
  }),
);

function declStmt(lowering: Lowering, node: SyntaxNode): Stmt {
  return { kind: 'DeclStmt', decl: lowering.genDecl(node), ...lowering.span(node) };
}

/** Where a label ends a block, an empty statement stands behind its colon. */
function labeledStmt(lowering: Lowering, node: SyntaxNode): LabeledStmt {
  const { end } = lowering.span(node);
  const statement = named(node).find((child) => child.field !== 'label');
  const stmt: Stmt = statement === undefined ? { kind: 'EmptyStmt', pos: end, end } : lowering.stmt(statement);
  return { kind: 'LabeledStmt', label: identIn(lowering, node, 'label'), stmt, ...lowering.span(node) };
}

function assignStmt(lowering: Lowering, node: SyntaxNode): AssignStmt {
  const operator = field(node, 'operator');
  return {
    kind: 'AssignStmt',
    lhs: listIn(lowering, node, 'left'),
    tok: operator === undefined ? ':=' : lowering.text(operator),
    rhs: listIn(lowering, node, 'right'),
    ...lowering.span(node),
  };
}

function branch(tok: BranchStmt['tok']): LowerStmt {
  return (lowering, node) => {
    const label = named(node)[0];
    return { kind: 'BranchStmt', tok, label: label && ident(lowering, label), ...lowering.span(node) };
  };
}

function ifStmt(lowering: Lowering, node: SyntaxNode): IfStmt {
  const alternative = field(node, 'alternative');
  return {
    kind: 'IfStmt',
    init: optionalStmtIn(lowering, node, 'initializer'),
    cond: exprIn(lowering, node, 'condition'),
    body: lowering.block(field(node, 'consequence') ?? node),
    else:
      alternative
      && (alternative.type === 'if_statement' ? ifStmt(lowering, alternative) : lowering.block(alternative)),
    ...lowering.span(node),
  };
}

/** What stands between `for` and the block: a clause, a range clause, a condition, or nothing. */
function header(node: SyntaxNode): SyntaxNode | undefined {
  return named(node).find((child) => child.field !== 'body');
}

function forStmt(lowering: Lowering, node: SyntaxNode): ForStmt {
  const clause = header(node);
  const body = lowering.block(field(node, 'body') ?? node);
  const span = lowering.span(node);
  if (clause?.type !== 'for_clause') {
    return { kind: 'ForStmt', init: undefined, cond: clause && lowering.expr(clause), post: undefined, body, ...span };
  }
  return {
    kind: 'ForStmt',
    init: optionalStmtIn(lowering, clause, 'initializer'),
    cond: optionalExprIn(lowering, clause, 'condition'),
    post: optionalStmtIn(lowering, clause, 'update'),
    body,
    ...span,
  };
}

function rangeStmt(lowering: Lowering, node: SyntaxNode): RangeStmt {
  const clause = header(node) ?? node;
  const [key, value] = listIn(lowering, clause, 'left');
  return {
    kind: 'RangeStmt',
    key,
    value,
    tok: key && (hasToken(clause, ':=') ? ':=' : '='),
    x: exprIn(lowering, clause, 'right'),
    body: lowering.block(field(node, 'body') ?? node),
    ...lowering.span(node),
  };
}

function optionalStmtIn(lowering: Lowering, node: SyntaxNode, name: string): Stmt | undefined {
  const child = field(node, name);
  return child && lowering.stmt(child);
}

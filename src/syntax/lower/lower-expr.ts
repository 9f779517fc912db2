import { isParenthesized, parenthesized, startOf } from './parenthesized.ts';
import type { BasicLit, CompositeLit, Expr } from '../ast.ts';
import { typeLowerings } from './lower-type.ts';
import type { Lowering } from './lowering.ts';
import { exprIn, field, ident, identIn, named, onlyExpr, optionalExprIn } from './lowering.ts';
import type { SyntaxNode } from '../parse/tree.ts';
import { namesOfSignature } from './plain-blocks.ts';

type LowerExpr = (lowering: Lowering, node: SyntaxNode) => Expr;

/** Reads an expression or a type. */
export function lowerExpr(lowering: Lowering, node: SyntaxNode): Expr {
  const lower = lowerings.get(node.type);
  return lower === undefined ? lowering.bad(node) : lower(lowering, node);
}

const lowerings: ReadonlyMap<string, LowerExpr> = new Map(Object.entries<LowerExpr>({
  ...typeLowerings,
  identifier: ident,
  blank_identifier: ident,
  field_identifier: ident,
  package_identifier: ident,
  nil: ident,
  true: ident,
  false: ident,
  iota: ident,
  int_literal: literal('INT'),
  float_literal: literal('FLOAT'),
  imaginary_literal: literal('IMAG'),
  rune_literal: literal('CHAR'),
  interpreted_string_literal: literal('STRING'),
  raw_string_literal: literal('STRING'),
  composite_literal: (lowering, node) => compositeLit(lowering, node, optionalExprIn(lowering, node, 'type')),
  literal_value: (lowering, node) => compositeLit(lowering, node, undefined),
  literal_element: onlyExpr,
  keyed_element: (lowering, node) => ({
    kind: 'KeyValueExpr',
    key: exprIn(lowering, node, 'key'),
    value: exprIn(lowering, node, 'value'),
    ...lowering.span(node),
  }),
  func_literal: (lowering, node) => {
    const type = lowering.funcType(node);
    const body = lowering.block(field(node, 'body') ?? node, namesOfSignature(type));
    return { kind: 'FuncLit', type, body, ...lowering.span(node) };
  },
  parenthesized_expression: parenthesized,
  selector_expression: postfix('operand', (lowering, node, x, span) => ({
    kind: 'SelectorExpr',
    x,
    sel: identIn(lowering, node, 'field'),
    ...span,
  })),
  index_expression: postfix('operand', (lowering, node, x, span) => ({
    kind: 'IndexExpr',
    x,
    indices: [exprIn(lowering, node, 'index')],
    ...span,
  })),
  type_instantiation_expression: postfix('type', (lowering, node, x, span) => ({
    kind: 'IndexExpr',
    x,
    indices: named(node).filter((child) => child.field !== 'type').map(lowering.expr),
    ...span,
  })),
  slice_expression: postfix('operand', (lowering, node, x, span) => ({
    kind: 'SliceExpr',
    x,
    low: optionalExprIn(lowering, node, 'start'),
    high: optionalExprIn(lowering, node, 'end'),
    max: optionalExprIn(lowering, node, 'capacity'),
    ...span,
  })),
  type_assertion_expression: postfix('operand', (lowering, node, x, span) => ({
    kind: 'TypeAssertExpr',
    x,
    type: exprIn(lowering, node, 'type'),
    ...span,
  })),
  call_expression: postfix('function', callExpr),
  // The grammar takes `f[T](x)`, `handlers[i](x)` and every call like them with exactly one argument for a conversion:
  // tree-sitter/tree-sitter-go#186. Without types a conversion and a call are one shape, so both become a call.
  type_conversion_expression: postfix('type', (lowering, node, fun, span) => ({
    kind: 'CallExpr',
    fun,
    args: [exprIn(lowering, node, 'operand')],
    ellipsis: false,
    ...span,
  })),
  unary_expression: unaryExpr,
  binary_expression: (lowering, node) => ({
    kind: 'BinaryExpr',
    op: operator(lowering, node),
    x: exprIn(lowering, node, 'left'),
    y: exprIn(lowering, node, 'right'),
    ...lowering.span(node),
  }),
}));

function literal(tok: BasicLit['tok']): LowerExpr {
  return (lowering, node) => ({ kind: 'BasicLit', tok, value: lowering.text(node), ...lowering.span(node) });
}

/**
 * A brace on a line of its own begins a block. Behind a line that ends in a name the grammar takes it for a literal
 * of that type: damage, which `repair` mends.
 */
function compositeLit(lowering: Lowering, node: SyntaxNode, type: Expr | undefined): CompositeLit {
  const body = field(node, 'body') ?? node;
  const between = { ...node, start: field(node, 'type')?.end ?? body.start, end: body.start };
  if (lowering.text(between).includes('\n')) lowering.bad(node);
  return { kind: 'CompositeLit', type, elts: named(body).map(lowering.expr), ...lowering.span(node) };
}

type Spanned = { readonly pos: number; readonly end: number };

type Complete = (lowering: Lowering, node: SyntaxNode, x: Expr, span: Spanned) => Expr;

/**
 * What is written behind its operand, as selectors and calls are. That binds closer than a star in front; but the
 * grammar takes the first star of `*(*[]byte)(p)` for a part of the type, so here the star is put outside again.
 */
function postfix(operand: string, complete: Complete): LowerExpr {
  return (lowering, node) => {
    const { end } = lowering.span(node);
    const around = (x: Expr): Expr => (x.kind === 'StarExpr' && !isParenthesized(x)
      ? { kind: 'StarExpr', x: around(x.x), pos: x.pos, end }
      : complete(lowering, node, x, { pos: startOf(x), end }));
    return around(exprIn(lowering, node, operand));
  };
}

function callExpr(lowering: Lowering, node: SyntaxNode, x: Expr, span: Spanned): Expr {
  const args = named(field(node, 'arguments') ?? node);
  return {
    kind: 'CallExpr',
    fun: withTypeArguments(lowering, node, x),
    args: args.map((arg) => (arg.type === 'variadic_argument' ? onlyExpr(lowering, arg) : lowering.expr(arg))),
    ellipsis: args.at(-1)?.type === 'variadic_argument',
    ...span,
  };
}

/** The function with its type arguments, which the grammar gives to the call. */
function withTypeArguments(lowering: Lowering, node: SyntaxNode, x: Expr): Expr {
  const typeArguments = field(node, 'type_arguments');
  if (typeArguments === undefined) return x;
  return {
    kind: 'IndexExpr',
    x,
    indices: named(typeArguments).map(lowering.expr),
    pos: startOf(x),
    end: lowering.span(typeArguments).end,
  };
}

function unaryExpr(lowering: Lowering, node: SyntaxNode): Expr {
  const op = operator(lowering, node);
  const x = exprIn(lowering, node, 'operand');
  const span = lowering.span(node);
  return op === '*' ? { kind: 'StarExpr', x, ...span } : { kind: 'UnaryExpr', op, x, ...span };
}

function operator(lowering: Lowering, node: SyntaxNode): string {
  return lowering.text(field(node, 'operator') ?? node);
}

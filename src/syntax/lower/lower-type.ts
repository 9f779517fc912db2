import { parenthesized } from './parenthesized.ts';
import type { Expr, Field, FuncType, Ident } from '../ast.ts';
import type { Lowering } from './lowering.ts';
import { exprIn, field, fields, ident, identIn, named, onlyExpr } from './lowering.ts';
import type { SyntaxNode } from '../parse/tree.ts';

type LowerType = (lowering: Lowering, node: SyntaxNode) => Expr;

/** How each kind of type node becomes an expression. */
export const typeLowerings: Readonly<Record<string, LowerType>> = {
  type_identifier: ident,
  qualified_type: (lowering, node) => ({
    kind: 'SelectorExpr',
    x: identIn(lowering, node, 'package'),
    sel: identIn(lowering, node, 'name'),
    ...lowering.span(node),
  }),
  generic_type: (lowering, node) => ({
    kind: 'IndexExpr',
    x: exprIn(lowering, node, 'type'),
    indices: named(field(node, 'type_arguments') ?? node).map(lowering.expr),
    ...lowering.span(node),
  }),
  parenthesized_type: parenthesized,
  pointer_type: (lowering, node) => ({ kind: 'StarExpr', x: onlyExpr(lowering, node), ...lowering.span(node) }),
  negated_type: (lowering, node) => ({
    kind: 'UnaryExpr',
    op: '~',
    x: onlyExpr(lowering, node),
    ...lowering.span(node),
  }),
  type_elem: union,
  type_constraint: union,
  array_type: (lowering, node) => ({
    kind: 'ArrayType',
    len: exprIn(lowering, node, 'length'),
    elt: exprIn(lowering, node, 'element'),
    ...lowering.span(node),
  }),
  implicit_length_array_type: (lowering, node) => ({
    kind: 'ArrayType',
    len: {
      kind: 'Ellipsis',
      elt: undefined,
      ...lowering.span(node.children.find((child) => child.type === '...') ?? node),
    },
    elt: exprIn(lowering, node, 'element'),
    ...lowering.span(node),
  }),
  slice_type: (lowering, node) => ({
    kind: 'ArrayType',
    len: undefined,
    elt: exprIn(lowering, node, 'element'),
    ...lowering.span(node),
  }),
  map_type: (lowering, node) => ({
    kind: 'MapType',
    key: exprIn(lowering, node, 'key'),
    value: exprIn(lowering, node, 'value'),
    ...lowering.span(node),
  }),
  channel_type: chanType,
  function_type: (lowering, node) => lowering.funcType(node),
  struct_type: (lowering, node) => ({
    kind: 'StructType',
    fields: named(node)
      .flatMap(named)
      .map((child) => structField(lowering, child)),
    ...lowering.span(node),
  }),
  interface_type: (lowering, node) => ({
    kind: 'InterfaceType',
    methods: named(node).map((child) => interfaceElement(lowering, child)),
    ...lowering.span(node),
  }),
};

/** `A | B | C`, nested to the left as Go reads it. */
function union(lowering: Lowering, node: SyntaxNode): Expr {
  const [first, ...others] = named(node).map(lowering.expr);
  if (first === undefined) return lowering.bad(node);
  return others.reduce((x, y) => ({ kind: 'BinaryExpr', op: '|', x, y, pos: x.pos, end: y.end }), first);
}

/** The direction is told by the order of the tokens: `chan`, `chan <-`, `<- chan`. */
function chanType(lowering: Lowering, node: SyntaxNode): Expr {
  const [first, second] = node.children;
  if (first?.type !== '<-' && second?.type !== '<-') return plainChan(lowering, node, first ?? node);
  const dir = first?.type === '<-' ? 'recv' : 'send';
  return { kind: 'ChanType', dir, value: exprIn(lowering, node, 'value'), ...lowering.span(node) };
}

/**
 * A channel type without an arrow of its own, from its word `chan` on. An arrow belongs to the leftmost `chan` it can
 * (https://go.dev/ref/spec#Channel_types), but the grammar gives that of `chan<- chan T` to the second.
 */
function plainChan(lowering: Lowering, node: SyntaxNode, chan: SyntaxNode): Expr {
  const span = { pos: lowering.span(chan).pos, end: lowering.span(node).end };
  const value = field(node, 'value');
  const [arrow, next] = value?.type === 'channel_type' ? value.children : [];
  if (value === undefined || arrow?.type !== '<-' || next === undefined) {
    return { kind: 'ChanType', dir: 'both', value: exprIn(lowering, node, 'value'), ...span };
  }
  return { kind: 'ChanType', dir: 'send', value: plainChan(lowering, value, next), ...span };
}

function structField(lowering: Lowering, node: SyntaxNode): Field {
  const names = fields(node, 'name').map((name) => ident(lowering, name));
  const type = exprIn(lowering, node, 'type');
  const star = node.children.find((child) => !child.named && child.type === '*');
  const pointer: Expr | undefined = star && { kind: 'StarExpr', x: type, pos: lowering.span(star).pos, end: type.end };
  return { kind: 'Field', names, type: pointer ?? type, ...lowering.span(node) };
}

/** A method, or an embedded type or union. */
function interfaceElement(lowering: Lowering, node: SyntaxNode): Field {
  const name = field(node, 'name');
  if (node.type !== 'method_elem' || name === undefined) {
    return { kind: 'Field', names: [], type: lowering.expr(node), ...lowering.span(node) };
  }
  const type = lowering.funcType(node, field(node, 'parameters'));
  return { kind: 'Field', names: [ident(lowering, name)], type, ...lowering.span(node) };
}

/** The signature in the fields of a node; it begins with the node, or with `start`, and ends before any body. */
export function lowerFuncType(lowering: Lowering, node: SyntaxNode, start: SyntaxNode = node): FuncType {
  const result = field(node, 'result');
  const last = result ?? field(node, 'parameters') ?? node;
  return {
    kind: 'FuncType',
    typeParams: parameters(lowering, field(node, 'type_parameters')),
    params: parameters(lowering, field(node, 'parameters')),
    results: result?.type === 'parameter_list' ? parameters(lowering, result) : unnamed(lowering, result),
    pos: lowering.span(start).pos,
    end: lowering.span(last).end,
  };
}

/** Receivers, parameters, results or type parameters. */
export function parameters(lowering: Lowering, list: SyntaxNode | undefined): readonly Field[] {
  if (list === undefined) return [];
  return grouped(named(list).map((node) => ({
    kind: 'Field',
    names: fields(node, 'name').map((name) => ident(lowering, name)),
    type: parameterType(lowering, node),
    ...lowering.span(node),
  })));
}

/**
 * Of ten names with one type the parser takes the first for types: it follows only so many readings at once. Go names
 * all parameters or none, so where one has a name, what has none is a name for the type that follows.
 */
function grouped(list: readonly Field[]): readonly Field[] {
  if (list.every((entry) => entry.names.length > 0) || list.every((entry) => entry.names.length === 0)) return list;
  const groups: Field[] = [];
  let names: Ident[] = [];
  for (const entry of list) {
    if (entry.names.length === 0 && entry.type.kind === 'Ident') {
      names.push(entry.type);
      continue;
    }
    groups.push({ ...entry, names: [...names, ...entry.names], pos: (names[0] ?? entry).pos });
    names = [];
  }
  return groups;
}

function parameterType(lowering: Lowering, node: SyntaxNode): Expr {
  const type = exprIn(lowering, node, 'type');
  const dots = node.children.find((child) => child.type === '...');
  return dots === undefined ? type : { kind: 'Ellipsis', elt: type, pos: lowering.span(dots).pos, end: type.end };
}

function unnamed(lowering: Lowering, type: SyntaxNode | undefined): readonly Field[] {
  return type === undefined ? [] : [{ kind: 'Field', names: [], type: lowering.expr(type), ...lowering.span(type) }];
}

import type { Expr, Node } from './ast.ts';

const expressions: ReadonlySet<string> = new Set<Expr['kind']>([
  'BadExpr', 'Ident', 'BasicLit', 'CompositeLit', 'FuncLit', 'SelectorExpr', 'IndexExpr', 'SliceExpr', 'TypeAssertExpr',
  'CallExpr', 'StarExpr', 'UnaryExpr', 'BinaryExpr', 'KeyValueExpr', 'ArrayType', 'StructType', 'FuncType', 'InterfaceType', 'MapType',
  'ChanType', 'Ellipsis',
]);

/** Whether a node is an expression or a type. */
export function isExpr(node: Node): node is Expr {
  return expressions.has(node.kind);
}

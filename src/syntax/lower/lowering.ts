import type { BadExpr, BlockStmt, Expr, FuncType, GenDecl, Ident, Stmt } from '../ast.ts';
import type { SyntaxNode } from '../parse/tree.ts';

/**
 * The lowering of one declaration as its parts see it. Expressions hold statements (function literals) and statements
 * hold expressions, so the parts call each other through this object rather than import each other.
 */
export interface Lowering {
  /** The text of a node, as it stands in the file: what a repair wrote over it for the parser is not seen. */
  text(node: SyntaxNode): string;
  /** The node's span in the file. */
  span(node: SyntaxNode): { readonly pos: number; readonly end: number };
  expr(node: SyntaxNode): Expr;
  /** The type of a function, from the `func` node whose fields hold its parameters and results. */
  funcType(node: SyntaxNode, start?: SyntaxNode): FuncType;
  stmt(node: SyntaxNode): Stmt;
  /** `around` are the names that share the scope of the block: those of a function's parameters and results. */
  block(node: SyntaxNode, around?: readonly Ident[]): BlockStmt;
  genDecl(node: SyntaxNode): GenDecl;
  /** The stand-in for what is no Go or is absent; it makes the whole declaration unreadable. */
  bad(node: SyntaxNode): BadExpr;
}

/** The child in a field. */
export function field(node: SyntaxNode, name: string): SyntaxNode | undefined {
  return node.children.find((child) => child.field === name);
}

/** All named children in a field; separators stand in the field too, but have no name. */
export function fields(node: SyntaxNode, name: string): readonly SyntaxNode[] {
  return node.children.filter((child) => child.named && child.field === name);
}

/** The named children. */
export function named(node: SyntaxNode): readonly SyntaxNode[] {
  return node.children.filter((child) => child.named);
}

/** Whether a token stands directly in the node: `:=`, `<-`. */
export function hasToken(node: SyntaxNode, token: string): boolean {
  return node.children.some((child) => !child.named && child.type === token);
}

/** The expression in a field that the grammar requires. */
export function exprIn(lowering: Lowering, node: SyntaxNode, name: string): Expr {
  const child = field(node, name);
  return child === undefined ? lowering.bad(node) : lowering.expr(child);
}

/** The expression in a field, or undefined where it is left out. */
export function optionalExprIn(lowering: Lowering, node: SyntaxNode, name: string): Expr | undefined {
  const child = field(node, name);
  return child && lowering.expr(child);
}

/** The only operand of a node. */
export function onlyExpr(lowering: Lowering, node: SyntaxNode): Expr {
  const child = node.children.find((candidate) => candidate.named);
  return child === undefined ? lowering.bad(node) : lowering.expr(child);
}

/** The elements of the expression list in a field; empty where it is left out. */
export function listIn(lowering: Lowering, node: SyntaxNode, name: string): readonly Expr[] {
  const list = field(node, name);
  return list === undefined ? [] : named(list).map(lowering.expr);
}

/** Any kind of identifier. */
export function ident(lowering: Lowering, node: SyntaxNode): Ident {
  return { kind: 'Ident', name: lowering.text(node), ...lowering.span(node) };
}

/** The identifier in a field that the grammar requires. */
export function identIn(lowering: Lowering, node: SyntaxNode, name: string): Ident {
  return ident(lowering, field(node, name) ?? node);
}

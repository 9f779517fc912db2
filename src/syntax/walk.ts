import { unreachable } from '../unreachable.ts';
import type { Expr, Field, FuncType, Node } from './ast.ts';

/** The direct parts of a node, in source order. */
export function children(node: Node): readonly Node[] {
  return parts(node).filter((part) => part !== undefined);
}

/** Visits a node and all below it in preorder; a visit that returns false skips what is below. */
export function walk(node: Node, visit: (node: Node) => boolean | void): void {
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (visit(next) !== false) pushParts(next, pending);
  }
}

/** Whether the predicate holds for the node or anything below it. */
export function someNode(node: Node, predicate: (node: Node) => boolean): boolean {
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (predicate(next)) return true;
    pushParts(next, pending);
  }
  return false;
}

/** The last first. One by one, since a node may have more parts than a call may have arguments. */
function pushParts(node: Node, pending: Node[]): void {
  const all = parts(node);
  for (let i = all.length - 1; i >= 0; i--) {
    const part = all[i];
    if (part !== undefined) pending.push(part);
  }
}

function parts(node: Node): readonly (Node | undefined)[] {
  switch (node.kind) {
    case 'BadExpr': case 'BadStmt': case 'BadDecl': case 'Ident': case 'BasicLit': case 'EmptyStmt':
      return [];
    case 'CompositeLit':
      return [node.type, ...node.elts];
    case 'FuncLit':
      return [node.type, node.body];
    case 'StarExpr': case 'UnaryExpr':
      return [node.x];
    case 'SelectorExpr':
      return [node.x, node.sel];
    case 'IndexExpr':
      return [node.x, ...node.indices];
    case 'SliceExpr':
      return [node.x, node.low, node.high, node.max];
    case 'TypeAssertExpr':
      return [node.x, node.type];
    case 'CallExpr':
      return [node.fun, ...node.args];
    case 'BinaryExpr':
      return [node.x, node.y];
    case 'KeyValueExpr': case 'MapType':
      return [node.key, node.value];
    case 'ArrayType':
      return [node.len, node.elt];
    case 'StructType':
      return node.fields;
    case 'FuncType':
      return signature(node);
    case 'InterfaceType':
      return node.methods;
    case 'ChanType':
      return [node.value];
    case 'Ellipsis':
      return [node.elt];
    case 'Field':
      return [...node.names, node.type];
    default:
      return partsOfOther(node);
  }
}

/** Of statements, clauses, specs and declarations. */
function partsOfOther(
  node: Exclude<Node, Expr | Field | { readonly kind: 'BadStmt' | 'BadDecl' | 'EmptyStmt' }>,
): readonly (Node | undefined)[] {
  switch (node.kind) {
    case 'ExprStmt':
    case 'IncDecStmt':
      return [node.x];
    case 'DeclStmt':
      return [node.decl];
    case 'LabeledStmt':
      return [node.label, node.stmt];
    case 'SendStmt':
      return [node.chan, node.value];
    case 'AssignStmt':
      return [...node.lhs, ...node.rhs];
    case 'GoStmt':
    case 'DeferStmt':
      return [node.call];
    case 'ReturnStmt':
      return node.results;
    case 'BranchStmt':
      return [node.label];
    case 'BlockStmt':
      return node.list;
    case 'IfStmt':
      return [node.init, node.cond, node.body, node.else];
    case 'CaseClause':
      return [...(node.list ?? []), ...node.body];
    case 'SwitchStmt':
      return [node.init, node.tag, ...node.body];
    case 'TypeSwitchStmt':
      return [node.init, node.name, node.x, ...node.body];
    case 'CommClause':
      return [node.comm, ...node.body];
    case 'SelectStmt':
      return node.body;
    case 'ForStmt':
      return [node.init, node.cond, node.post, node.body];
    case 'RangeStmt':
      return [node.key, node.value, node.x, node.body];
    case 'ValueSpec':
      return [...node.names, node.type, ...node.values];
    case 'TypeSpec':
      return [node.name, ...node.typeParams, node.type];
    case 'GenDecl':
      return node.specs;
    case 'FuncDecl':
      // The type's span begins with the word `func`, so it holds the receiver's and the name's.
      return [node.recv, node.name, node.type, node.body];
    default:
      return unreachable(node);
  }
}

function signature(type: FuncType): readonly Field[] {
  return [...type.typeParams, ...type.params, ...type.results];
}

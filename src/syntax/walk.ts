import { unreachable } from '../unreachable.ts';
import type { CaseClause, CommClause, Node, Stmt } from './ast.ts';

/** The direct parts of a node, in source order. */
export function children(node: Node): readonly Node[] {
  const found: Node[] = [];
  addParts(node, found);
  return found;
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

/** The last first. */
function pushParts(node: Node, pending: Node[]): void {
  const first = pending.length;
  addParts(node, pending);
  for (let low = first, high = pending.length - 1; low < high; low++, high--) {
    const [early, late] = [pending[low], pending[high]];
    if (early && late) [pending[low], pending[high]] = [late, early];
  }
}

/** Adds the direct parts of a node. One by one, since a node may have more of them than a call may have arguments. */
function addParts(node: Node, into: Node[]): void {
  switch (node.kind) {
    case 'BadExpr': case 'BadDecl': case 'Ident': case 'BasicLit':
      return;
    case 'CompositeLit':
      add(into, node.type);
      return addAll(into, node.elts);
    case 'FuncLit':
      return add(into, node.type, node.body);
    case 'StarExpr': case 'UnaryExpr':
      return add(into, node.x);
    case 'SelectorExpr':
      return add(into, node.x, node.sel);
    case 'IndexExpr':
      add(into, node.x);
      return addAll(into, node.indices);
    case 'SliceExpr':
      return add(into, node.x, node.low, node.high, node.max);
    case 'TypeAssertExpr':
      return add(into, node.x, node.type);
    case 'CallExpr':
      add(into, node.fun);
      return addAll(into, node.args);
    case 'BinaryExpr':
      return add(into, node.x, node.y);
    case 'KeyValueExpr': case 'MapType':
      return add(into, node.key, node.value);
    case 'ArrayType':
      return add(into, node.len, node.elt);
    case 'StructType':
      return addAll(into, node.fields);
    case 'FuncType':
      addAll(into, node.typeParams);
      addAll(into, node.params);
      return addAll(into, node.results);
    case 'InterfaceType':
      return addAll(into, node.methods);
    case 'ChanType':
      return add(into, node.value);
    case 'Ellipsis':
      return add(into, node.elt);
    case 'Field':
      addAll(into, node.names);
      return add(into, node.type);
    case 'ValueSpec':
      addAll(into, node.names);
      add(into, node.type);
      return addAll(into, node.values);
    case 'TypeSpec':
      add(into, node.name);
      addAll(into, node.typeParams);
      return add(into, node.type);
    case 'GenDecl':
      return addAll(into, node.specs);
    case 'FuncDecl':
      // The type's span begins with the word `func`, so it holds the receiver's and the name's.
      return add(into, node.recv, node.name, node.type, node.body);
    default:
      return addPartsOfStmt(node, into);
  }
}

function addPartsOfStmt(node: Stmt | CaseClause | CommClause, into: Node[]): void {
  switch (node.kind) {
    case 'BadStmt': case 'EmptyStmt':
      return;
    case 'ExprStmt': case 'IncDecStmt':
      return add(into, node.x);
    case 'DeclStmt':
      return add(into, node.decl);
    case 'LabeledStmt':
      return add(into, node.label, node.stmt);
    case 'SendStmt':
      return add(into, node.chan, node.value);
    case 'AssignStmt':
      addAll(into, node.lhs);
      return addAll(into, node.rhs);
    case 'GoStmt': case 'DeferStmt':
      return add(into, node.call);
    case 'ReturnStmt':
      return addAll(into, node.results);
    case 'BranchStmt':
      return add(into, node.label);
    case 'BlockStmt':
      return addAll(into, node.list);
    case 'IfStmt':
      return add(into, node.init, node.cond, node.body, node.else);
    case 'CaseClause':
      addAll(into, node.list ?? []);
      return addAll(into, node.body);
    case 'SwitchStmt':
      add(into, node.init, node.tag);
      return addAll(into, node.body);
    case 'TypeSwitchStmt':
      add(into, node.init, node.name, node.x);
      return addAll(into, node.body);
    case 'CommClause':
      add(into, node.comm);
      return addAll(into, node.body);
    case 'SelectStmt':
      return addAll(into, node.body);
    case 'ForStmt':
      return add(into, node.init, node.cond, node.post, node.body);
    case 'RangeStmt':
      return add(into, node.key, node.value, node.x, node.body);
    default:
      return unreachable(node);
  }
}

function add(into: Node[], one: Node | undefined, two?: Node, three?: Node, four?: Node): void {
  if (one) into.push(one);
  if (two) into.push(two);
  if (three) into.push(three);
  if (four) into.push(four);
}

function addAll(into: Node[], nodes: readonly Node[]): void {
  for (const node of nodes) into.push(node);
}

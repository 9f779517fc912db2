import { assignmentsOf } from '../../../model/code/assignment.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { textOf } from '../../../model/text-of.ts';
import type { CallExpr, Expr, IfStmt, IndexExpr, Node, Stmt } from '../../../syntax/ast.ts';

/**
 * Whether an insertion replaces the value of a key that was found there before, so that no entry comes in:
 * `if _, ok := m[k]; ok { m[k] = v }`, or behind `if _, ok := m[k]; !ok { return }`.
 */
export function isKnownKey(node: Node, key: Expr, info: DeclInfo): boolean {
  const entry = entryText(node, key, info);
  if (entry === undefined) return false;
  for (
    let inside: Node = node, at = info.parent(node);
    at && at.kind !== 'FuncLit';
    inside = at, at = info.parent(at)
  ) {
    if (at.kind === 'IfStmt' && at.body === inside && asksFor(at, entry, info) === 'there') return true;
    if (at.kind === 'BlockStmt' && leftWhereMissing(at.list, inside, entry, info)) return true;
  }
  return false;
}

/** The container and the key as they are spelled: `m` and `k` of `m[k]` and of `m.Store(k, v)`. */
function entryText(node: Node, key: Expr, info: DeclInfo): Entry | undefined {
  if (node.kind === 'IndexExpr') return { container: textOf(node.x, info), key: textOf(key, info) };
  if (node.kind !== 'CallExpr' || node.fun.kind !== 'SelectorExpr') return undefined;
  return { container: textOf(node.fun.x, info), key: textOf(key, info) };
}

interface Entry {
  readonly container: string;
  readonly key: string;
}

/** So many statements in front of the one that holds the insertion are looked at. */
const near = 40;

/** Whether one of the statements in front of the one that holds the insertion leaves where the key is missing. */
function leftWhereMissing(list: readonly Stmt[], inside: Node, entry: Entry, info: DeclInfo): boolean {
  const end = list.findIndex((statement) => statement === inside);
  for (let index = Math.max(0, end - near); index < end; index++) {
    const statement = list[index];
    if (statement?.kind !== 'IfStmt' || !leaves(statement.body.list.at(-1))) continue;
    if (asksFor(statement, entry, info, list[index - 1]) === 'missing') return true;
  }
  return false;
}

function leaves(last: Stmt | undefined): boolean {
  return last?.kind === 'ReturnStmt' || (last?.kind === 'BranchStmt' && last.tok === 'continue');
}

/**
 * What the condition of a statement says of the entry where it holds: that its key is there, or, perhaps among others,
 * missing.
 */
function asksFor({ cond, init }: IfStmt, entry: Entry, info: DeclInfo, before?: Stmt): 'there' | 'missing' | undefined {
  if (cond.kind === 'BinaryExpr' && (cond.op === '&&' || cond.op === '||')) {
    const wanted = cond.op === '&&' ? 'there' : 'missing';
    return [cond.x, cond.y].some((each) => saysOf(each, entry, info, init ?? before) === wanted) ? wanted : undefined;
  }
  return saysOf(cond, entry, info, init ?? before);
}

function saysOf(cond: Expr, entry: Entry, info: DeclInfo, looked: Stmt | undefined): 'there' | 'missing' | undefined {
  const negated = cond.kind === 'UnaryExpr' && cond.op === '!';
  const said = negated ? cond.x : cond;
  if (
    said.kind === 'BinaryExpr'
    && (said.op === '!=' || said.op === '==')
    && said.y.kind === 'Ident'
    && said.y.name === 'nil'
  ) {
    return looksUp(said.x, entry, info) ? (said.op === '!=' ? 'there' : 'missing') : undefined;
  }
  if (said.kind !== 'Ident' || !looked) return undefined;
  const isAnswer = assignmentsOf(looked).some(({ targets: [, ok], values: [value] }) =>
    ok?.kind === 'Ident' && ok.name === said.name && value !== undefined && looksUp(value, entry, info));
  return isAnswer ? (negated ? 'missing' : 'there') : undefined;
}

function looksUp(expr: Expr, { container, key }: Entry, info: DeclInfo): boolean {
  if (expr.kind === 'IndexExpr') return isEntry(expr, container, key, info);
  return expr.kind === 'CallExpr' && isLoad(expr, container, key, info);
}

function isEntry({ x, indices: [index] }: IndexExpr, container: string, key: string, info: DeclInfo): boolean {
  return index !== undefined && textOf(x, info) === container && textOf(index, info) === key;
}

function isLoad({ fun, args: [first] }: CallExpr, container: string, key: string, info: DeclInfo): boolean {
  return fun.kind === 'SelectorExpr' && /^(?:Load|Get)$/.test(fun.sel.name) && first !== undefined
    && textOf(fun.x, info) === container && textOf(first, info) === key;
}

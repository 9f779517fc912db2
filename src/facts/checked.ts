import { filling, readingText } from '../knowledge/value-sources.ts';
import { implied, guards } from '../flow/guards.ts';
import type { Known } from '../flow/guards.ts';
import { useOf } from '../model/code/use.ts';
import type { DeclInfo, Var } from '../model/info.ts';
import { calleeOf } from '../model/types/type-of.ts';
import type { CallExpr, Expr, IfStmt, Node } from '../syntax/ast.ts';
import { someNode } from '../syntax/walk.ts';
import { calledName } from '../syntax/last-word.ts';
import { sameExpr } from '../model/same-expr.ts';
import { isExpr } from '../syntax/is-expr.ts';

/** So many statements in front of the one that holds a node are looked at. */
const near = 40;

/**
 * Whether a node is only reached with a value that was found among known ones: looked up in a table or by a function,
 * found valid, or equal to something. What only takes a text apart (`strings`, `strconv`, `net`) and what compares it
 * with nothing but the empty text checks nothing.
 */
export function isChecked(value: Expr, node: Node, info: DeclInfo): boolean {
  return (
    [...guards(node, info), ...passedChecks(node, info)].some((known) => saysKnown(known, value, info))
    || isCase(value, node, info)
  );
}

/** What is known because the statements in front of a node leave where it is otherwise. */
function passedChecks(node: Node, info: DeclInfo): readonly Known[] {
  const known: Known[] = [];
  for (
    let inside = node, at = info.parent(node);
    at && at.kind !== 'FuncDecl' && at.kind !== 'FuncLit';
    at = info.parent(inside)
  ) {
    const list =
      at.kind === 'BlockStmt' ? at.list : at.kind === 'CaseClause' || at.kind === 'CommClause' ? at.body : [];
    const end = list.findIndex((statement) => statement === inside);
    inside = at;
    for (const statement of list.slice(Math.max(0, end - near), Math.max(0, end))) {
      if (statement.kind === 'IfStmt' && leaves(statement)) known.push(...implied(statement.cond, false, info));
    }
  }
  return known;
}

function leaves({ body }: IfStmt): boolean {
  const last = body.list.at(-1);
  if (last?.kind === 'ExprStmt') return last.x.kind === 'CallExpr' && calledName(last.x) === 'panic';
  return last?.kind === 'ReturnStmt' || last?.kind === 'BranchStmt';
}

function isCase(value: Expr, node: Node, info: DeclInfo): boolean {
  for (let at = info.parent(node); at && at.kind !== 'FuncDecl' && at.kind !== 'FuncLit'; at = info.parent(at)) {
    if (at.kind !== 'CaseClause' || !at.list) continue;
    const around = info.parent(at);
    if (around?.kind === 'SwitchStmt' && around.tag && isSame(around.tag, value, info)) return true;
  }
  return false;
}

/** Whether a condition that is known to hold, or not to, says that a value is one of those that are known. */
function saysKnown({ cond, value: holds }: Known, value: Expr, info: DeclInfo): boolean {
  if (cond.kind === 'CallExpr') return holds && asks(cond, value, info);
  if (cond.kind === 'IndexExpr') return holds && cond.indices.some((index) => isSame(index, value, info));
  if (cond.kind === 'Ident') return holds && isAnswer(cond, value, info);
  if (cond.kind !== 'BinaryExpr' || (cond.op !== '==' && cond.op !== '!=')) return false;
  const isEqual = holds === (cond.op === '==');
  if (cond.y.kind === 'Ident' && cond.y.name === 'nil') return saysFound(cond.x, isEqual, value, info);
  return isEqual && (isSame(cond.x, value, info) || isSame(cond.y, value, info));
}

/** `err == nil` and `found != nil` */
function saysFound(asked: Expr, isNil: boolean, value: Expr, info: DeclInfo): boolean {
  if (asked.kind !== 'Ident') return !isNil && looksUp(asked, value, info);
  return /^err|Err$/.test(asked.name) === isNil && isAnswer(asked, value, info);
}

/** Whether a variable has the answer of what was asked about a value, or came with the value. */
function isAnswer(answer: Expr, value: Expr, info: DeclInfo): boolean {
  const variable = answer.kind === 'Ident' ? info.objectOf(answer) : undefined;
  if (variable?.kind !== 'Var') return false;
  const own = value.kind === 'Ident' ? info.objectOf(value) : undefined;
  const origin = own?.kind === 'Var' && own !== variable ? valuesOf(own, info) : [];
  return valuesOf(variable, info).some((given) =>
    looksUp(given, value, info) || (origin.includes(given) && given.kind === 'CallExpr' && finds(given, info)));
}

/** What a variable is declared with and given later. */
function valuesOf(variable: Var, info: DeclInfo): readonly Expr[] {
  const given = info.usesOf(variable).flatMap((ident) => {
    const use = useOf(ident, info);
    if (use.kind !== 'assigned' || use.stmt.kind !== 'AssignStmt') return [];
    return use.stmt.rhs[use.stmt.lhs.indexOf(ident)] ?? use.stmt.rhs[0] ?? [];
  });
  return variable.origin?.kind === 'value' ? [variable.origin.value, ...given] : given;
}

function looksUp(asked: Expr, value: Expr, info: DeclInfo): boolean {
  if (asked.kind === 'IndexExpr') return asked.indices.some((index) => isSame(index, value, info));
  return asked.kind === 'CallExpr' && asks(asked, value, info);
}

function asks(call: CallExpr, value: Expr, info: DeclInfo): boolean {
  return call.args.some((arg) => someNode(arg, (node) => isSame(node, value, info))) && finds(call, info);
}

/** Whether a call may compare what it is given with what there is; what only reads a text does not. */
function finds(call: CallExpr, info: DeclInfo): boolean {
  const callee = calleeOf(call, info, info.file.package);
  if (filling.test(calledName(call))) return false;
  return callee?.kind !== 'Foreign' || !readingText.test(callee.name);
}

function isSame(node: Node, value: Expr, info: DeclInfo): boolean {
  if (value.kind === 'Ident')
    return node.kind === 'Ident' && node.name === value.name && info.objectOf(node) === info.objectOf(value);
  return isExpr(node) && sameExpr(node, value, info);
}

import type { BinaryExpr, Expr, ForStmt, Node, RangeStmt, Stmt, UnaryExpr } from '../../../../syntax/ast.ts';
import { someNode, walk } from '../../../../syntax/walk.ts';
import { after, findPaths, pointAt } from '../../../../flow/paths.ts';
import { resultTargets } from '../../../../model/code/assignment.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import type { DeclInfo, Obj } from '../../../../model/info.ts';
import type { Arm } from '../../channel/channel-use.ts';
import type { Context } from '../../context.ts';
import { jumpsAway } from '../../loop/loop-exit.ts';
import { isOwnReason } from '../own-reason.ts';
import { calledName } from '../../../../syntax/last-word.ts';
import { sameExpr } from '../../../../model/same-expr.ts';

/** The only receive of a function from a channel. */
export interface Reading {
  readonly node: UnaryExpr | RangeStmt;
  readonly arm: Arm | undefined;
  readonly info: DeclInfo;
}

/** Where a reader leaves, and whether it has received a value before. */
export interface EarlyExit {
  readonly node: Node;
  readonly hasReceived: boolean;
}

/** The package of the reader. */
type Asked = Pick<Context, 'model' | 'cfgs'>;

/**
 * Where a function stops to read though more may come, for a reason of its own: its context is done, a value is the one
 * that it looked for, it has failed itself. Not where the value says that it is the last one, or an error. Undefined
 * where it reads to the end.
 */
export function earlyExit(reading: Reading, context: Asked): EarlyExit | undefined {
  const clause = clauseThatLeaves(reading, context);
  const node = clause ?? exitFromLoop(reading);
  return node && { node, hasReceived: clause === undefined };
}

/** Another clause of the select, from which no way leads back to it. */
function clauseThatLeaves({ node, arm, info }: Reading, context: Asked): Stmt | undefined {
  const func = info.enclosingFunc(node);
  const cfg = arm && func && context.cfgs.of(func, info);
  if (!arm || !cfg || node.kind !== 'UnaryExpr') return undefined;
  const { x } = node;
  const reads = (at: Node): boolean =>
    someNode(at, (each) => (each.kind === 'Ident' || each.kind === 'SelectorExpr') && sameExpr(each, x, info));
  return arm.select.body.flatMap(({ comm }) => comm ?? []).find((comm) => {
    const point = isOwnReason(comm, info, context) ? pointAt(cfg, comm) : undefined;
    const search = { node: (at: Node) => (reads(at) ? 'cut' as const : 'pass' as const), feasible: () => true };
    return point !== undefined && findPaths(after(point), search).some(({ hit }) => hit === undefined);
  });
}

function exitFromLoop({ node, info }: Reading): Node | undefined {
  const loop = node.kind === 'RangeStmt' ? node : loopAround(node, info);
  if (!loop) return undefined;
  const targets = node.kind === 'RangeStmt' ? [node.key] : resultTargets(node, info);
  const received = new Set(
    targets.flatMap((target) => (target?.kind === 'Ident' ? (info.objectOf(target) ?? []) : [])),
  );
  return exitsOf(loop, info).find((exit) =>
    testsAround(exit, loop, info)?.every((test) => isOwn(test, received, info)),
  );
}

function exitsOf(loop: ForStmt | RangeStmt, info: DeclInfo): readonly Node[] {
  const found: Node[] = [];
  const func = info.enclosingFunc(loop);
  walk(loop.body, (node) => {
    const isJump = node.kind === 'ReturnStmt' || node.kind === 'BranchStmt';
    if (isJump && info.enclosingFunc(node) === func && jumpsAway(node, loop, info)) found.push(node);
  });
  return found;
}

/** The conditions on which control comes to an exit; undefined where a switch or a select decides. */
function testsAround(exit: Node, loop: Node, info: DeclInfo): readonly Expr[] | undefined {
  const tests: Expr[] = [];
  for (let at = info.parent(exit); at && at !== loop; at = info.parent(at)) {
    if (at.kind === 'IfStmt') tests.push(at.cond);
    if (at.kind === 'CaseClause' || at.kind === 'CommClause') return undefined;
  }
  return tests;
}

function isOwn(test: Expr, received: ReadonlySet<Obj>, info: DeclInfo): boolean {
  if (test.kind === 'BinaryExpr' && (test.op === '&&' || test.op === '||'))
    return isOwn(test.x, received, info) && isOwn(test.y, received, info);
  if (test.kind === 'UnaryExpr' && test.op === '!') return isOwn(test.x, received, info);
  if (!speaksOf(test, received, info)) return true;
  if (test.kind === 'CallExpr') return isChoice(test, received, info);
  return test.kind === 'BinaryExpr' && isComparedWithOwn(test, received, info);
}

/** `fits(v)`: what decides is no method of the value, and does not ask by its name whether this is the end. */
function isChoice(test: Expr, received: ReadonlySet<Obj>, info: DeclInfo): boolean {
  if (test.kind !== 'CallExpr' || speaksOf(test.fun, received, info)) return false;
  return !/eof|last|end|done|final|clos|err|is$/i.test(calledName(test));
}

/** `v == wanted`, `v.n > limit`: the other side is a variable, not a constant that may mark the end. */
function isComparedWithOwn({ x, y }: BinaryExpr, received: ReadonlySet<Obj>, info: DeclInfo): boolean {
  const other = speaksOf(x, received, info) ? y : x;
  return (
    !speaksOf(other, received, info)
    && someNode(other, (node) => node.kind === 'Ident' && info.objectOf(node)?.kind === 'Var')
  );
}

/** Whether an expression mentions what was received, or a variable that was taken from it without a call. */
function speaksOf(expr: Node, received: ReadonlySet<Obj>, info: DeclInfo, steps = 2): boolean {
  return someNode(expr, (node) => {
    const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
    if (object === undefined) return false;
    if (received.has(object)) return true;
    const value = object.kind === 'Var' && object.origin?.kind === 'value' ? object.origin.value : undefined;
    return (
      steps > 0
      && value !== undefined
      && !someNode(value, ({ kind }) => kind === 'CallExpr')
      && speaksOf(value, received, info, steps - 1)
    );
  });
}

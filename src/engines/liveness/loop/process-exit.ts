import { isError } from '../../../flow/error-way.ts';
import { after, pointAt, reachesExit } from '../../../flow/paths.ts';
import { multiplicityAt } from '../../../facts/multiplicity.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { dereferenced, typeFromExpr } from '../../../model/types/type.ts';
import { calleeOf, typeOf } from '../../../model/types/type-of.ts';
import type { CallExpr, Expr, ForStmt, Node } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import type { Context } from '../context.ts';
import type { GoroutineStart } from '../start/goroutine-start.ts';
import { jumpsAway } from './loop-exit.ts';

/**
 * Whether all that leaves a loop ends the whole process, because that is what it was asked for, `case "shutdown":
 * os.Exit(0)`: that is no way out for the goroutine of one of many. An exit where something has failed may be one.
 */
export function endsWithProcessOnly(loop: ForStmt, info: DeclInfo, context: Context): boolean {
  if (jumpsAway(loop.body, loop, info)) return false;
  const exits: CallExpr[] = [];
  walk(loop.body, (node) => {
    if (node.kind === 'CallExpr' && !context.cfgs.comesBack(node, info)) exits.push(node);
  });
  return exits.length > 0 && exits.every((exit) => isProcessEnd(exit, info, context) && isAskedFor(exit, loop, info));
}

/** Calls that end the process, and run nothing that is deferred: no panic, from which the goroutine may recover. */
const ending = /^(?:os\.Exit|syscall\.Exit|log\.Fatal(?:f|ln)?|(?:.*\/)?[kg]log(?:\/v\d+)?\.(?:Exit|Fatal)\w*)$/;

function isProcessEnd(call: CallExpr, info: DeclInfo, { model }: Context): boolean {
  const callee = calleeOf(call, info, model);
  if (callee?.kind === 'Foreign') return ending.test(callee.name);
  const where = callee && model.infoOf(callee.func);
  return where !== undefined && someNode(where.decl, (node) => {
    const inner = node.kind === 'CallExpr' ? calleeOf(node, where, model) : undefined;
    return inner?.kind === 'Foreign' && ending.test(inner.name);
  });
}

/** Whether an exit stands behind a condition of the loop, and nothing around it speaks of a failure. */
function isAskedFor(exit: CallExpr, loop: ForStmt, info: DeclInfo): boolean {
  if (exit.args.some((argument) => saysFailure(argument, info))) return false;
  let asked = false;
  for (let at: Node | undefined = exit; at && at !== loop; at = info.parent(at)) {
    const conditions = conditionsOf(at);
    if (conditions.some((each) => saysFailure(each, info))) return false;
    asked ||= conditions.length > 0 || at.kind === 'CommClause' || at.kind === 'CaseClause';
  }
  return asked;
}

function conditionsOf(node: Node): readonly Expr[] {
  if (node.kind === 'IfStmt') return [node.cond];
  if (node.kind === 'CaseClause') return node.list ?? [];
  return node.kind === 'SwitchStmt' && node.tag ? [node.tag] : [];
}

/**
 * Whether an expression asks for an error, or for what an operation says of its success: `err != nil`, `work() != nil`,
 * `!ok`.
 */
function saysFailure(expr: Expr, info: DeclInfo): boolean {
  return someNode(expr, (node) => {
    if (node.kind === 'UnaryExpr') return node.op === '!' && node.x.kind === 'Ident';
    if (node.kind !== 'Ident') return false;
    if (node.name === 'nil') return true;
    const type = isError(node) ? undefined : typeOf(node, info, info.file.package);
    return isError(node) || (type?.kind === 'Foreign' && type.path === '' && type.name === 'error');
  });
}

/** What the methods are called that end a value. */
const ends = ['Close', 'Stop', 'Shutdown', 'close', 'stop', 'shutdown'];

/**
 * Whether a goroutine surely outlives what it is for: who starts it returns, and does so for each of many, or when its
 * own work is done, or the value has a method that ends it.
 */
export function outlivesStarter(start: GoroutineStart, func: FuncNode, info: DeclInfo, context: Context): boolean {
  const { spawner, node, info: where } = start;
  const cfg = spawner && context.cfgs.of(spawner, where);
  const point = cfg && pointAt(cfg, node);
  if (!spawner || !point || !reachesExit(after(point))) return false;
  if (['per-request', 'per-pass', 'per-owner'].includes(multiplicityAt(node, where))) return true;
  return worksOn(spawner, node) || hasEnd(func, info, context);
}

/** Whether a function has a loop behind a node: it goes on, and then it returns. */
function worksOn(func: FuncNode, node: Node): boolean {
  return someNode(func, (each) => (each.kind === 'ForStmt' || each.kind === 'RangeStmt') && each.pos > node.end);
}

/** Whether a function is a method of a type that has one to end it. */
function hasEnd(func: FuncNode, info: DeclInfo, { model }: Context): boolean {
  const type = func.kind === 'FuncDecl' && func.recv ? dereferenced(typeFromExpr(func.recv.type, info)) : undefined;
  return (
    type?.kind === 'Named'
    && ends.some((name) => model.method(type.object.spec.name.name, name, info.file) !== undefined)
  );
}

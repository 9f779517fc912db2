import type { CallExpr, Expr, ForStmt, Ident, Node, SelectStmt } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import { isError } from '../../../flow/error-way.ts';
import { assignmentsOf } from '../../../model/code/assignment.ts';
import { useOf } from '../../../model/code/use.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { dereferenced } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import type { Holder } from '../channel/channel.ts';
import { holderAt, holderName, sameHolder } from '../channel/channel.ts';
import type { Context } from '../context.ts';
import { jumps } from './loop-exit.ts';
import { accepting } from '../../../knowledge/value-sources.ts';
import { isWithin } from '../../../syntax/span.ts';

/** A loop that looks whether it is to stop only between two calls that wait for a connection. */
export interface LateLook {
  readonly accept: CallExpr;
  /** What it looks at: the clause of a select with a default, or a condition. */
  readonly look: Expr;
}

/**
 * The look of a loop that is left for it alone, while the listener that it then waits for again is closed by nobody but
 * the function of the loop, and has no deadline: told to stop, it stays in `Accept` until one more connection comes.
 */
export function lateLook(loop: ForStmt, info: DeclInfo, context: Context): LateLook | undefined {
  const accept = acceptIn(loop, info, context);
  const func = accept && info.enclosingFunc(loop);
  const listener = accept?.fun.kind === 'SelectorExpr' ? holderAt(accept.fun.x, info, context.model) : undefined;
  if (!accept || !func || !listener) return undefined;
  const looks = jumps(loop.body, loop, info).map((jump) => lookAt(jump, loop, info));
  const [look] = looks.flatMap((each) => (each === 'failure' || !each ? [] : [each]));
  return look && looks.every((each) => each) && isClosedBy(func, listener, info, context)
    ? { accept, look }
    : undefined;
}

/** `conn, err := listener.Accept()` of a listener of package net, in the loop itself. */
function acceptIn(loop: ForStmt, info: DeclInfo, { model }: Context): CallExpr | undefined {
  let found: CallExpr | undefined;
  walk(loop.body, (node) => {
    if (found || node.kind === 'FuncLit') return false;
    if (node.kind !== 'AssignStmt' && node.kind !== 'DeclStmt') return true;
    const [call] = assignmentsOf(node).flatMap(({ values }) => values);
    if (
      call?.kind !== 'CallExpr'
      || call.fun.kind !== 'SelectorExpr'
      || !accepting.test(call.fun.sel.name)
    )
      return true;
    const type = dereferenced(typeOf(call.fun.x, info, model));
    if (type?.kind === 'Foreign' && type.path === 'net') found = call;
    return true;
  });
  return found;
}

/**
 * What a jump out of the loop hangs on: a look that does not wait, or a `failure`, which a closed listener would bring
 * about. Undefined for everything else.
 */
function lookAt(jump: Node, loop: ForStmt, info: DeclInfo): Expr | 'failure' | undefined {
  for (let at = info.parent(jump); at && at !== loop; at = info.parent(at)) {
    if (at.kind === 'IfStmt') {
      if (someNode(at.cond, (node) => node.kind === 'Ident' && isError(node))) return 'failure';
      return someNode(at.cond, (node) => node.kind === 'Ident' && changesIn(node, loop, info)) ? undefined : at.cond;
    }
    const select = at.kind === 'CommClause' ? selectAround(at, info) : undefined;
    if (at.kind !== 'CommClause' || !select) continue;
    const received = at.comm?.kind === 'ExprStmt' ? at.comm.x : undefined;
    return select.body.some(({ comm }) => comm === undefined) ? received : undefined;
  }
  return undefined;
}

/** Whether the loop itself gives a variable its values: then that is no word from outside. */
function changesIn(ident: Ident, loop: ForStmt, info: DeclInfo): boolean {
  const object = info.objectOf(ident);
  return object?.kind === 'Var' && object.info === info && [object.ident, ...info.usesOf(object)].some((each) => {
    const isSet =
      each === object.ident || useOf(each, info).kind === 'assigned' || info.parent(each)?.kind === 'IncDecStmt';
    return isSet && isWithin(each, loop);
  });
}

function selectAround(clause: Node, info: DeclInfo): SelectStmt | undefined {
  const parent = info.parent(clause);
  return parent?.kind === 'SelectStmt' ? parent : undefined;
}

/**
 * Whether a function closes a listener, and it is neither closed, nor given a deadline, nor handed on anywhere else.
 */
function isClosedBy(func: FuncNode, listener: Holder, info: DeclInfo, context: Context): boolean {
  let closes = false;
  for (const use of usesOf(listener, info, context)) {
    if (use.name === 'Close' && isWithin(use.at, func) && use.info === info) closes = true;
    else if (!use.name || !(use.name === 'Addr' || accepting.test(use.name))) return false;
  }
  return closes;
}

/** One use of a listener; `name` is that of the method that is called, if one is. */
interface ListenerUse {
  readonly at: Expr;
  readonly info: DeclInfo;
  readonly name: string | undefined;
}

function usesOf(listener: Holder, info: DeclInfo, { model }: Context): readonly ListenerUse[] {
  const useAt = (at: Expr, where: DeclInfo): ListenerUse => {
    const use = useOf(at, where);
    return { at, info: where, name: use.kind === 'method-call' ? use.name : undefined };
  };
  if (listener.kind === 'variable' && listener.variable.role !== 'package')
    return listener.variable.info
      .usesOf(listener.variable)
      .filter((ident) => useOf(ident, info).kind !== 'assigned')
      .map((ident) => useAt(ident, info));
  return model.declarationsUsing(holderName(listener)).flatMap((where) => {
    const found: ListenerUse[] = [];
    walk(where.decl, (node) => {
      if (node.kind !== 'SelectorExpr' && node.kind !== 'Ident') return;
      const holder = holderAt(node, where, model);
      if (holder && sameHolder(holder, listener) && useOf(node, where).kind !== 'assigned')
        found.push(useAt(node, where));
    });
    return found;
  });
}

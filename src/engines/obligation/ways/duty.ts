import type { Expr, FuncLit, Stmt } from '../../../syntax/ast.ts';
import type { Cfg } from '../../../flow/cfg.ts';
import type { Point } from '../../../flow/paths.ts';
import { pointAt } from '../../../flow/paths.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { literalRole, useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import type { Effects } from './effects.ts';
import { effectsOf } from './effects.ts';
import type { Hold } from '../hold/hold.ts';
import { identOf } from '../hold/ident-of.ts';

/** A duty held by a local variable, ready to be judged on the graph of its function. */
export interface Duty {
  readonly acquisition: Acquisition;
  readonly variable: Var;
  /** What the variable holds. */
  readonly hold: Hold;
  readonly func: FuncNode;
  readonly cfg: Cfg;
  /** Where the acquisition stands in the graph, and the node there. */
  readonly point: Point;
  readonly node: Stmt | Expr;
  /** What gives the resource to this function: the acquisition, or the call that runs a closure with it. */
  readonly origin: Expr;
  readonly effects: Effects;
  readonly context: Context;
}

/**
 * Brings together what a judgement needs. Undefined where nothing can be said: a variable of an outer function that a
 * closure assigns has its uses anywhere (but see `lender` and `hasTaken`), and a named result is handed out by every
 * return (but see `handsOutResult`).
 */
export function dutyOf(
  acquisition: Acquisition,
  variable: Var,
  context: Context,
  hold: Hold = 'whole',
): Duty | undefined {
  const { info, call } = acquisition;
  const inner = info.enclosingFunc(call);
  const lent = inner && inner !== variable.func && context.rule.withError ? lender(inner, variable, info) : undefined;
  const func = lent ? variable.func : inner;
  if (
    !func
    || (variable.func !== func && !hasTaken(func, variable, info))
    || (variable.role === 'result' && !context.rule.withError)
  )
    return undefined;
  const cfg = context.cfgs.of(func, info);
  const point = cfg && pointAt(cfg, lent?.literal ?? call);
  const node = point?.block.nodes[point.index];
  const effects =
    cfg
    && effectsOf(variable, func, cfg, info, context, { acquiring: lent?.literal, source: sourceOf(call, info), hold });
  return (
    cfg
    && point
    && node
    && effects && { acquisition, variable, hold, func, cfg, point, node, origin: lent?.call ?? call, effects, context }
  );
}

/** The variable on which a method is called: `tx` of `tx.Query(q)`. */
function sourceOf(call: Expr, info: DeclInfo): Var | undefined {
  return call.kind === 'CallExpr' && call.fun.kind === 'SelectorExpr' ? identOf(call.fun.x, info) : undefined;
}

/**
 * A closure that gives the resource to a variable of the function around it, and the call that runs it there:
 * `retry(func() { resp, err = … })`.
 */
function lender(
  inner: FuncNode,
  variable: Var,
  info: DeclInfo,
): { readonly literal: FuncLit; readonly call: Expr } | undefined {
  if (inner.kind !== 'FuncLit' || info.enclosingFunc(inner) !== variable.func || variable.role !== 'local')
    return undefined;
  const use = useOf(inner, info);
  return use.kind === 'argument' && literalRole(inner, info) === 'callback'
    ? { literal: inner, call: use.call }
    : undefined;
}

/** Whether a variable of the function around is one goroutine's alone once it has its first value. */
function hasTaken(func: FuncNode, variable: Var, info: DeclInfo): boolean {
  return (
    func.kind === 'FuncLit'
    && variable.role === 'local'
    && literalRole(func, info) === 'goroutine'
    && info
      .usesOf(variable)
      .every((ident) => ident === variable.ident || (func.pos <= ident.pos && ident.end <= func.end))
  );
}

/** Whether the acquisition declares its variable: each time it runs the variable is another one. */
export function declaresVariable({ node, variable }: Duty): boolean {
  return declares(node, variable);
}

/** Whether a node of the graph declares the variable. */
export function declares(node: Stmt | Expr, variable: Var): boolean {
  return node.pos <= variable.ident.pos && variable.ident.end <= node.end;
}

/** Whether a node is a return without results of a function that has the variable as a named result. */
export function handsOutResult(node: Stmt | Expr, { variable }: Duty): boolean {
  return variable.role === 'result' && node.kind === 'ReturnStmt' && node.results.length === 0;
}

import type { Expr, Stmt } from '../../syntax/ast.ts';
import type { Cfg } from '../../flow/cfg.ts';
import type { Point } from '../../flow/paths.ts';
import { pointAt } from '../../flow/paths.ts';
import type { FuncNode, Var } from '../../model/info.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from './context.ts';
import type { Effects } from './effects.ts';
import { effectsOf } from './effects.ts';

/** A duty held by a local variable, ready to be judged on the graph of its function. */
export interface Case {
  readonly acquisition: Acquisition;
  readonly variable: Var;
  readonly func: FuncNode;
  readonly cfg: Cfg;
  /** Where the acquisition stands in the graph, and the node there. */
  readonly point: Point;
  readonly node: Stmt | Expr;
  readonly effects: Effects;
  readonly context: Context;
}

/**
 * Brings together what a judgement needs. Undefined where nothing can be said: a variable of an outer function that a
 * closure assigns has its uses anywhere, and a named result is handed out by every return.
 */
export function caseOf(acquisition: Acquisition, variable: Var, context: Context): Case | undefined {
  const { info, call } = acquisition;
  const func = info.enclosingFunc(call);
  if (!func || variable.func !== func || variable.role === 'result') return undefined;
  const cfg = context.cfgs.of(func, info);
  const point = cfg && pointAt(cfg, call);
  const node = point?.block.nodes[point.index];
  const effects = cfg && effectsOf(variable, func, cfg, info, context);
  return cfg && point && node && effects && { acquisition, variable, func, cfg, point, node, effects, context };
}

/** Whether the acquisition declares its variable: each time it runs the variable is another one. */
export function declaresVariable({ node, variable }: Case): boolean {
  return declares(node, variable);
}

/** Whether a node of the graph declares the variable. */
export function declares(node: Stmt | Expr, variable: Var): boolean {
  return node.pos <= variable.ident.pos && variable.ident.end <= node.end;
}

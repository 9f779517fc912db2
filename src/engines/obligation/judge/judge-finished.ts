import type { Ident } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import { after, pointAt } from '../../../flow/paths.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { callRole, literalRole, useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { firstArgument } from '../find/first-argument.ts';
import { identOf } from '../hold/ident-of.ts';
import type { Verdict } from '../verdict.ts';
import { allPaths, missedExit, restingOn } from '../verdict.ts';

/**
 * Judges a release function that a goroutine only stores in a field, for others who may want to end its work early, and
 * does not call when the work is done: what came with it is lent to calls that the goroutine waits for, so it is of no
 * use to anybody behind them. Whether somebody calls the field in the end does not show.
 */
export function judgeFinished(acquisition: Acquisition, variable: Var, context: Context): Verdict | undefined {
  const { call, info } = acquisition;
  const func = info.enclosingFunc(call);
  if (
    context.rule.held !== 'function'
    || func?.kind !== 'FuncLit'
    || literalRole(func, info) !== 'goroutine'
    || isRoot(acquisition)
  )
    return undefined;
  const [first] = resultTargets(call, info);
  const companion = first && identOf(first, info);
  const field = onlyField(variable, func, info);
  if (field === undefined || !companion || companion.func !== func) return undefined;
  if (!info.usesOf(companion).every((ident) => isLent(ident, func, field, info, context))) return undefined;
  const cfg = context.cfgs.of(func, info);
  const point = cfg && pointAt(cfg, call);
  const found = cfg && point && firstExit(allPaths(after(point)), cfg, info);
  if (!found) return undefined;
  const verdict = missedExit(
    found.exit,
    [step('reads', func, info)],
    { kind: 'defer' },
    acquisition,
    variable.name,
    context,
  );
  return restingOn(verdict, 'field-not-called');
}

/** A context without a parent is registered nowhere. */
function isRoot(acquisition: Acquisition): boolean {
  const parent = firstArgument(acquisition);
  return (
    parent?.kind === 'CallExpr'
    && parent.fun.kind === 'SelectorExpr'
    && /^(?:Background|TODO)$/.test(parent.fun.sel.name)
  );
}

/**
 * The name of the field that the variable is stored in, where that is all that happens to it, and nothing in the
 * function mentions the field again.
 */
function onlyField(variable: Var, func: FuncNode, info: DeclInfo): string | undefined {
  const [only, ...others] = info.usesOf(variable);
  const use = only && others.length === 0 ? useOf(only, info) : undefined;
  const target = use?.kind === 'stored' && use.target.kind === 'SelectorExpr' ? use.target : undefined;
  if (
    !target
    || !func.body
    || someNode(
      func.body,
      (node) => node.kind === 'SelectorExpr' && node !== target && node.sel.name === target.sel.name,
    )
  )
    return undefined;
  return target.sel.name;
}

/**
 * Whether a use of what came with it is an argument of a call of the package that the function waits for, and that does
 * not mention the field.
 */
function isLent(ident: Ident, func: FuncNode, field: string, info: DeclInfo, { model }: Context): boolean {
  const use = useOf(ident, info);
  if (use.kind !== 'argument' || info.enclosingFunc(ident) !== func || callRole(use.call, info) !== undefined)
    return false;
  const callee = calleeOf(use.call, info, model);
  return callee?.kind === 'Func' && !callee.func.declaration.mentions(field);
}

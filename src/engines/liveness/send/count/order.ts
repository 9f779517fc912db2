import type { FunctionCfgs } from '../../../../flow/function-cfg.ts';
import type { Known } from '../../../../flow/guards.ts';
import { guards } from '../../../../flow/guards.ts';
import { after, findPaths, pointAt } from '../../../../flow/paths.ts';
import type { DeclInfo, FuncNode } from '../../../../model/info.ts';
import { textOf } from '../../../../model/text-of.ts';
import { useOf } from '../../../../model/code/use.ts';
import type { Expr, Node } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';

/**
 * Whether a function can get from one of its nodes to another, or back to the same. What an if around the first says
 * still holds on the way, unless a variable in it is changed. Undefined where one of them is not in the function's
 * graph.
 */
export function leadsTo(from: Node, to: Node, func: FuncNode, info: DeclInfo, cfgs: FunctionCfgs): boolean | undefined {
  const cfg = cfgs.of(func, info);
  const start = cfg && pointAt(cfg, from);
  const end = cfg && pointAt(cfg, to);
  const target = end?.block.nodes[end.index];
  if (!start || !target) return undefined;
  const known = guards(from, info).filter(({ cond }) => !isChangedAfter(cond, from, info));
  return findPaths(after(start), {
    node: (node) => (node === target ? 'hit' : 'pass'),
    feasible: (cond, value) => !contradicts(cond, value, known, info),
  }).some(({ hit }) => hit !== undefined);
}

/** Whether a condition with this value says something else than what is known. */
function contradicts(cond: Expr, value: boolean, known: readonly Known[], info: DeclInfo): boolean {
  const text = textOf(cond, info);
  const opposite = oppositeOf(cond, info);
  return known.some(
    (guard) => (guard.text === text && guard.value !== value) || (guard.text === opposite && guard.value === value),
  );
}

/** `err == nil` of `err != nil`, and the other way round. */
function oppositeOf(cond: Expr, info: DeclInfo): string | undefined {
  if (cond.kind !== 'BinaryExpr' || (cond.op !== '==' && cond.op !== '!=')) return undefined;
  return textOf({ ...cond, op: cond.op === '==' ? '!=' : '==' }, info);
}

/** Whether a variable of a condition gets another value behind a node. */
function isChangedAfter(cond: Expr, node: Node, info: DeclInfo): boolean {
  return someNode(cond, (each) => {
    const object = each.kind === 'Ident' ? info.objectOf(each) : undefined;
    return (
      object?.kind === 'Var'
      && info.usesOf(object).some((ident) => ident.pos > node.pos && useOf(ident, info).kind === 'assigned')
    );
  });
}

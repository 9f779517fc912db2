import type { Expr, Node, SelectorExpr, Stmt } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import { step } from '../../../findings/step.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { textOf } from '../../../model/text-of.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { firstArgument } from '../find/first-argument.ts';
import type { Verdict } from '../verdict.ts';
import { evidenceOf, resourceOf } from '../verdict.ts';

/**
 * Judges a channel that a loop keeps in a field, sets to nil while its timer is still pending, and makes anew: each
 * time round leaves one timer behind. Only for fields of which every use in the package is understood.
 */
export function droppedField(acquisition: Acquisition, target: SelectorExpr, context: Context): Verdict | undefined {
  const { call, info } = acquisition;
  const { model, cfgs } = context;
  const loop = loopAround(call, info);
  const duration = firstArgument(acquisition);
  const func = info.enclosingFunc(call);
  const cfg = func && cfgs.of(func, info);
  const point = cfg && pointAt(cfg, call);
  const node = point?.block.nodes[point.index];
  const field = target.sel.name;
  if (
    !loop
    || !cfg
    || !point
    || !node
    || !model.declarationsUsing(field, info.file).every((each) => isPlain(field, each))
  )
    return undefined;
  const feasible = (): boolean => true;
  const drop = findPaths(after(point), {
    node: (each) => (receives(each, field, info) ? 'cut' : drops(each, field, info, context) ? 'hit' : 'pass'),
    feasible,
  }).find((path) => path.hit)?.hit;
  const dropped = drop && pointAt(cfg, drop);
  if (
    !dropped
    || !findPaths(after(dropped), { node: (each) => (each === node ? 'hit' : 'pass'), feasible }).some(
      (path) => path.hit,
    )
  )
    return undefined;
  return {
    fact: {
      kind: 'pending-each-pass', resource: resourceOf(acquisition, textOf(target, info), context),
      duration: duration && textOf(duration, info), line: lineOf(loop.pos, info),
      clause: { text: textOf(drop, info), line: lineOf(drop.pos, info) }, bounded: false,
    },
    evidence: evidenceOf(acquisition),
    steps: [step('acquired', call, info), step('overwritten', drop, info), step('loop', loop, info)],
  };
}

function selectorsOf(field: string, node: Node): readonly SelectorExpr[] {
  const found: SelectorExpr[] = [];
  walk(node, (each) => {
    if (each.kind === 'SelectorExpr' && each.sel.name === field) found.push(each);
  });
  return found;
}

/** Whether a declaration only assigns fields of that name, compares them, and receives from them. */
function isPlain(field: string, info: DeclInfo): boolean {
  return selectorsOf(field, info.decl).every((selector) =>
    ['assigned', 'compared', 'received'].includes(useOf(selector, info).kind),
  );
}

function receives(node: Stmt | Expr, field: string, info: DeclInfo): boolean {
  return selectorsOf(field, node).some((selector) => useOf(selector, info).kind === 'received');
}

/** Whether a node sets the field to nil, itself or by a function of the package. */
function drops(node: Stmt | Expr, field: string, info: DeclInfo, { model }: Context): boolean {
  if (setsToNil(node, field)) return true;
  return someNode(node, (each) => {
    const callee = each.kind === 'CallExpr' ? calleeOf(each, info, model) : undefined;
    return (
      callee?.kind === 'Func'
      && callee.func.declaration.mentions(field)
      && someNode(model.infoOf(callee.func).decl, (inner) => setsToNil(inner, field))
    );
  });
}

function setsToNil(node: Node, field: string): boolean {
  if (node.kind !== 'AssignStmt' || node.tok !== '=') return false;
  return node.lhs.some((target, index) => {
    const value = node.rhs[index];
    return (
      target.kind === 'SelectorExpr' && target.sel.name === field && value?.kind === 'Ident' && value.name === 'nil'
    );
  });
}

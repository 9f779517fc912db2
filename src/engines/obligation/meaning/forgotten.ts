import { entryOf, findPaths } from '../../../flow/paths.ts';
import { constantDuration } from '../../../model/code/constant-duration.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import { calleeOf, funcOf } from '../../../model/types/type-of.ts';
import { callRole } from '../../../model/code/use.ts';
import type { CallExpr, Expr, FuncDecl } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Context } from '../context.ts';
import { isInBranch } from '../helper/in-branch.ts';

/**
 * Whether a function of the workspace that gives nothing back may do nothing at all with an argument, depending on
 * another one that only the run tells: `func endAfter(limit time.Duration, cancel func()) { if limit > 0 { … } }`. A
 * call in a branch may be there for the other case only.
 */
export function mayBeForgotten(call: CallExpr, index: number, info: DeclInfo, { model, cfgs }: Context): boolean {
  if (callRole(call, info) !== undefined || isInBranch(call, info)) return false;
  const func = funcOf(calleeOf(call, info, model));
  const where = func && model.infoOf(func);
  const decl = where?.decl.kind === 'FuncDecl' && where.decl.type.results.length === 0 ? where.decl : undefined;
  const parameter = where && decl ? parameterAt(decl, index, where) : undefined;
  const cfg = where && decl && cfgs.of(decl, where);
  if (!where || !decl || !cfg || !parameter || parameter.variadic) return false;
  const others = varyingParameters(decl, index, call, info, where);
  const ways = findPaths(entryOf(cfg), {
    node: (node) => (mentions(node, parameter, where) ? 'cut' : 'pass'),
    feasible: () => true,
  });
  return ways.some(({ blocks }) => {
    const conditions = blocks.flatMap(({ cond }) => cond ?? []);
    return conditions.length > 0 && conditions.every((cond) => others.some((each) => mentions(cond, each, where)));
  });
}

/** The other parameters of a function that a call gives no constants. */
function varyingParameters(decl: FuncDecl, index: number, call: CallExpr, info: DeclInfo, where: DeclInfo): readonly Var[] {
  return call.args.flatMap((argument, place) => {
    const isConstant = argument.kind === 'BasicLit' || constantDuration(argument, info) !== undefined
      || (argument.kind === 'Ident' && info.objectOf(argument)?.kind !== 'Var');
    return place === index || isConstant ? [] : parameterAt(decl, place, where) ?? [];
  });
}

function mentions(node: Expr | Parameters<typeof someNode>[0], variable: Var, info: DeclInfo): boolean {
  return someNode(node, (each) => each.kind === 'Ident' && info.objectOf(each) === variable);
}

import type { Search } from '../../../flow/paths.ts';
import { entryOf, findPaths, pointAt } from '../../../flow/paths.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { calleeOf, funcOf } from '../../../model/types/type-of.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { Expr, Node } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';
import type { Hold } from '../hold/hold.ts';
import type { Duty } from '../ways/duty.ts';
import { holdingsOf } from '../meaning/meaning.ts';

/**
 * The nodes of the graph that read what is held to its end, or to an error, `io.ReadAll(resp.Body)`: behind them
 * nothing of it stays, whoever closes it. What is read through a limit or a decoder may not come to its end.
 */
export function drainsOf({ variable, hold: held, func, cfg, acquisition: { info }, context }: Duty): ReadonlySet<Node> {
  if (!context.rule.drainedBy) return new Set();
  const drains = holdingsOf(variable, info, context, held).flatMap(({ hold, uses }) =>
    uses.flatMap(({ ident }) => {
      const isRead = info.enclosingFunc(ident) === func && isDrained(ident, hold, info, context);
      const point = isRead ? pointAt(cfg, ident) : undefined;
      return point?.block.nodes[point.index] ?? [];
    }),
  );
  return new Set(drains);
}

/** Functions are followed so deep into those that they hand it to. */
const mostCalls = 2;

/**
 * Whether a use of the resource, or of its part, reads the part to its end, then and there: by a function that is known
 * for that, or one of the workspace that does so on each of its ways.
 */
function isDrained(ident: Expr, hold: Hold, info: DeclInfo, context: Context, calls = mostCalls): boolean {
  const { drainedBy = {}, part } = context.rule;
  const own = useOf(ident, info);
  const isSelected = hold === 'whole' && own.kind === 'selected' && own.name === part;
  if (hold !== 'part' && !isSelected && (hold !== 'whole' || own.kind !== 'argument')) return false;
  const use = isSelected ? useOf(own.selector, info) : own;
  if (use.kind !== 'argument' || callRole(use.call, info) !== undefined) return false;
  const callee = calleeOf(use.call, info, info.file.package);
  if (callee?.kind === 'Foreign' && drainedBy[callee.name] === use.index)
    return isSelected || hold === 'part' || part === undefined;
  // Whoever is given no more than the part leaves the rest to its caller.
  const func = calls > 0 && own.kind === 'argument' ? funcOf(callee) : undefined;
  const where = func && func.file.package.infoOf(func);
  const parameter = where?.decl.kind === 'FuncDecl' ? parameterAt(where.decl, use.index, where) : undefined;
  const cfg = where?.decl.kind === 'FuncDecl' ? context.cfgs.of(where.decl, where) : undefined;
  if (!where || !parameter || !cfg) return false;
  const ends = new Set(where.usesOf(parameter).flatMap((each) => {
    const isRead = where.enclosingFunc(each) === where.decl && isDrained(each, hold, where, context, calls - 1);
    const point = isRead ? pointAt(cfg, each) : undefined;
    return point?.block.nodes[point.index] ?? [];
  }));
  const search: Search = { node: (node) => (ends.has(node) ? 'cut' : 'pass'), feasible: () => true };
  return ends.size > 0 && findPaths(entryOf(cfg), search).length === 0;
}

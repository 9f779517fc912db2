import { pointAt } from '../../../flow/paths.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { Expr, Node } from '../../../syntax/ast.ts';
import type { Duty } from '../ways/duty.ts';
import { holdingsOf } from '../meaning/meaning.ts';

/**
 * The nodes of the graph that read what is held to its end, or to an error, `io.ReadAll(resp.Body)`: behind them
 * nothing of it stays, whoever closes it. What is read through a limit or a decoder may not come to its end.
 */
export function drainsOf({ variable, hold: held, func, cfg, acquisition: { info }, context }: Duty): ReadonlySet<Node> {
  const { drainedBy, part } = context.rule;
  if (!drainedBy) return new Set();
  const parts = holdingsOf(variable, info, context, held).flatMap(({ hold, uses }) =>
    uses.flatMap(({ ident }): readonly Expr[] => {
      if (info.enclosingFunc(ident) !== func) return [];
      if (hold === 'part') return [ident];
      const use = useOf(ident, info);
      return hold === 'whole' && use.kind === 'selected' && use.name === part ? [use.selector] : [];
    }),
  );
  return new Set(parts.flatMap((expr): readonly Node[] => {
    const use = useOf(expr, info);
    const callee =
      use.kind === 'argument' && callRole(use.call, info) === undefined
        ? calleeOf(use.call, info, context.model)
        : undefined;
    const isDrained = use.kind === 'argument' && callee?.kind === 'Foreign' && drainedBy[callee.name] === use.index;
    const point = isDrained ? pointAt(cfg, expr) : undefined;
    const node = point?.block.nodes[point.index];
    return node ? [node] : [];
  }));
}

import { entryOf, findPaths, pointAt } from '../../../flow/paths.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from '../context.ts';
import type { Node } from '../../../syntax/ast.ts';

/**
 * Whether no way through its function leads to the acquisition, as behind a `return`: code that never runs leaks
 * nothing. The same is asked of the literals around it.
 */
export function isDead({ call, info }: Acquisition, context: Context): boolean {
  for (let inner: Node = call, func = info.enclosingFunc(inner); func; inner = func, func = info.enclosingFunc(inner)) {
    const cfg = context.cfgs.of(func, info);
    const goal = cfg && pointAt(cfg, inner);
    if (!goal) continue;
    const node = goal.block.nodes[goal.index];
    const ways = findPaths(entryOf(cfg), { node: (each) => (each === node ? 'hit' : 'pass'), feasible: () => true });
    if (!ways.some((way) => way.hit)) return true;
  }
  return false;
}

import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { Operation } from '../channel/operation.ts';

/**
 * Whether one goroutine makes a send again and again, on a channel without room for what nobody receives: it gets from
 * the send back to it. Room for one value is often enough for all that ever comes, answers to requests for example.
 */
export function sendsAgain({ use }: Operation, capacity: number, cfgs: FunctionCfgs): boolean {
  if (use.kind !== 'sent' || capacity > 0) return false;
  const { stmt, info } = use;
  const loop = loopAround(stmt, info);
  const func = loop && info.enclosingFunc(stmt);
  const cfg = func && cfgs.of(func, info);
  const point = cfg && pointAt(cfg, stmt);
  const node = point?.block.nodes[point.index];
  if (!point || !node) return false;
  const paths = findPaths(after(point), { node: (each) => (each === node ? 'hit' : 'pass'), feasible: () => true });
  return paths.some(({ hit }) => hit !== undefined);
}

import { loopAround } from '../../../../model/code/loop-around.ts';
import type { Operation } from '../../channel/operation.ts';
import type { FunctionCfgs } from '../../../../flow/function-cfg.ts';
import { leadsTo } from './order.ts';

/**
 * Whether a goroutine comes to a send when a callback of its own has offered values on the channel, each in a select
 * that it may leave otherwise: whoever receives can leave after any of them, and the callback's end leads to the send.
 */
export function comesAfterOffers(
  { use: { at, info } }: Operation,
  operations: readonly Operation[],
  capacity: number,
  cfgs: FunctionCfgs,
): boolean {
  const func = info.enclosingFunc(at);
  if (capacity > 0 || func?.kind !== 'FuncLit' || loopAround(at, info)) return false;
  return operations.some(({ use }) => {
    const callback = use.kind === 'sent' && use.arm && use.info === info ? info.enclosingFunc(use.at) : undefined;
    if (callback?.kind !== 'FuncLit' || info.enclosingFunc(callback) !== func) return false;
    const call = info.parent(callback);
    return call?.kind === 'CallExpr' && call.args.includes(callback) && leadsTo(call, at, func, info, cfgs) === true;
  });
}

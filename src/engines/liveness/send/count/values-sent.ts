import type { FunctionCfgs } from '../../../../flow/function-cfg.ts';
import type { DeclInfo, FuncNode } from '../../../../model/info.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import type { Node } from '../../../../syntax/ast.ts';
import type { Operation } from '../../channel/operation.ts';
import { longestChain } from './longest-chain.ts';
import { leadsTo } from './order.ts';

/** A send as the function sees it that the goroutine runs first: the statement, or the call that leads to it. */
interface Sending {
  readonly at: Node;
  readonly info: DeclInfo;
  readonly func: FuncNode;
}

/**
 * How many values one goroutine sends at most, by some of `sends`: as many as follow each other on one way. Undefined
 * where a loop repeats one of them, or where there are too many to tell.
 */
export function valuesSent(sends: readonly Operation[], owner: FuncNode, cfgs: FunctionCfgs): number | undefined {
  const sendings = sends.map((send) => sendingOf(send, owner));
  const known = sendings.filter((each) => each !== undefined);
  if (known.length < sends.length) return undefined;
  if (known.some(({ at, info, func }) => isInLoop(at, func, info))) return undefined;
  const functions = [...new Set(known.map(({ func }) => func))];
  const chains = functions.map((func) => {
    const own = known.filter((each) => each.func === func).sort((a, b) => a.at.pos - b.at.pos);
    return longestChain(own, (each, later) => leadsTo(each.at, later.at, func, each.info, cfgs) !== false)?.length;
  });
  return chains.every((length) => length !== undefined) ? chains.reduce((sum, length) => sum + length, 0) : undefined;
}

/** The outermost place of a send that stands in a function of its own, not in the one that owns the channel. */
function sendingOf({ use }: Operation, owner: FuncNode): Sending | undefined {
  if (use.kind !== 'sent') return undefined;
  const places: { readonly at: Node; readonly info: DeclInfo }[] = [{ at: use.stmt, info: use.info }];
  for (let hop = use.via; hop; hop = hop.before) places.push({ at: hop.call, info: hop.info });
  for (const { at, info } of places.reverse()) {
    const func = info.enclosingFunc(at);
    if (func && func !== owner) return { at, info, func };
  }
  return undefined;
}

function isInLoop(at: Node, func: FuncNode, info: DeclInfo): boolean {
  const loop = loopAround(at, info);
  return loop !== undefined && info.enclosingFunc(loop) === func;
}

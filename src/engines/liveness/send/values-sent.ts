import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { Node } from '../../../syntax/ast.ts';
import type { Operation } from '../channel/operation.ts';
import { leadsTo } from './order.ts';

/** A send as the function sees it that the goroutine runs first: the statement, or the call that leads to it. */
interface Sending {
  readonly at: Node;
  readonly info: DeclInfo;
  readonly func: FuncNode;
}

/** Of more sends than this the order is not looked at. */
const most = 8;

/**
 * How many values one goroutine sends at most, by some of `sends`: as many as follow each other on one way. Undefined
 * where a loop repeats one of them, or where there are too many to tell.
 */
export function valuesSent(sends: readonly Operation[], owner: FuncNode, cfgs: FunctionCfgs): number | undefined {
  const sendings = sends.map((send) => sendingOf(send, owner));
  const known = sendings.filter((each) => each !== undefined);
  if (known.length < sends.length || known.length > most) return undefined;
  if (known.some(({ at, info, func }) => isInLoop(at, func, info))) return undefined;
  const functions = [...new Set(known.map(({ func }) => func))];
  return functions.reduce((sum, func) => sum + longestChain(known.filter((each) => each.func === func), cfgs), 0);
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

/** The most sends of one function that can follow each other; none of them stands in a loop. */
function longestChain(sendings: readonly Sending[], cfgs: FunctionCfgs): number {
  const inOrder = sendings.toSorted((a, b) => b.at.pos - a.at.pos);
  const lengths = new Map<Sending, number>();
  for (const each of inOrder) {
    const next = [...lengths].filter(([later]) => leadsTo(each.at, later.at, each.func, each.info, cfgs) !== false).map(([, length]) => length);
    lengths.set(each, 1 + Math.max(0, ...next));
  }
  return Math.max(0, ...lengths.values());
}

import { step } from '../../../findings/step.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { SendStmt } from '../../../syntax/ast.ts';
import type { Operation } from '../channel/operation.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';
import { longestChain } from './count/longest-chain.ts';
import { countOf } from './count/loop-count.ts';
import { leadsTo } from './count/order.ts';
import type { OwnedChannel, Start } from './owned-channel.ts';

/**
 * A send that one goroutine comes to after others of its own, so that it sends more values than are received for it on
 * any way: after `c <- err` it goes on to `c <- nil`, and one value is received.
 */
export function surplusSend(
  starts: readonly Start[],
  receives: readonly Operation[],
  owned: OwnedChannel,
): Verdict | undefined {
  const {
    channel: { variable, make, info, capacity, owner, uses },
  } = owned;
  const [start, ...others] = starts;
  const isClosed = uses.uses.some((use) => use.kind === 'closed' && use.info.enclosingFunc(use.call) === owner);
  const received = start && others.length === 0 && !isClosed ? receivesFor(start, receives, owned) : undefined;
  if (!start || received === undefined) return undefined;
  const chain = sendsInTurn(start, owned);
  const last = chain[received + capacity];
  if (!last) return undefined;
  return {
    at: last.stmt,
    info: last.info,
    fact: {
      kind: 'surplus-send',
      channel: variable.name,
      capacity,
      started: lineOf(start.node.pos, info),
      values: chain.length,
      receives: received,
      each: loopAround(start.node, info) !== undefined,
    },
    evidence: restingOn(...(last.info === info ? [] : ['by-parameter' as const])),
    steps: [
      step('made', make, info),
      step('started', start.node, info),
      ...chain.filter((each) => each !== last).map(({ stmt, info: where }) => step('sends', stmt, where)),
      step('sends', last.stmt, last.info),
    ],
  };
}

/** How many values are received for each goroutine at most; undefined where that does not show. */
function receivesFor(
  start: Start,
  receives: readonly Operation[],
  { channel: { owner, info, capacity }, cfgs }: OwnedChannel,
): number | undefined {
  const starting = loopAround(start.node, info);
  const nodes = receives.flatMap(({ use, literal }) =>
    use.kind === 'received' && !use.via && !literal ? [use.node] : [],
  );
  if (nodes.length !== receives.length || nodes.some((node) => node.kind === 'RangeStmt')) return undefined;
  if (!starting) {
    if (nodes.some((node) => loopAround(node, info))) return undefined;
    return longestChain(nodes, (a, b) => leadsTo(a, b, owner, info, cfgs) !== false)?.length;
  }
  const [node, ...others] = nodes;
  const loop = node && others.length === 0 ? loopAround(node, info) : undefined;
  const count = countOf(starting, info);
  return loop
    && loop !== starting
    && count !== undefined
    && countOf(loop, info) === count
    && capacity === 0
    && !loopAround(loop, info)
    && !loopAround(starting, info)
    ? 1
    : undefined;
}

interface Send {
  readonly stmt: SendStmt;
  readonly info: DeclInfo;
}

/**
 * The most sends of the goroutine's own function that follow each other, in order; empty where a loop repeats one of
 * them.
 */
export function sendsInTurn({ sends }: Start, { channel: { info: file }, cfgs }: OwnedChannel): readonly Send[] {
  const own = sends.flatMap(({ use }): readonly Send[] => (use.kind === 'sent' ? [use] : []));
  const [func, ...more] = new Set<FuncNode | undefined>(own.map(({ stmt, info }) => info.enclosingFunc(stmt)));
  const isSimple = func !== undefined && more.length === 0
    && own.every(({ stmt, info }) => info.file === file.file && !loopAround(stmt, info));
  const inOrder = own.toSorted((a, b) => a.stmt.pos - b.stmt.pos);
  return isSimple ? longestChain(inOrder, (a, b) => leadsTo(a.stmt, b.stmt, func, a.info, cfgs) === true) ?? [] : [];
}

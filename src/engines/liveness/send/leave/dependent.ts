import type { Node } from '../../../../syntax/ast.ts';
import type { FunctionCfgs } from '../../../../flow/function-cfg.ts';
import { textOf } from '../../../../model/text-of.ts';
import { callRole } from '../../../../model/code/use.ts';
import { holderAt } from '../../channel/channel.ts';
import type { ChannelUse } from '../../channel/channel-uses.ts';
import { channelUses } from '../../channel/channel-uses.ts';
import { operationOf } from '../../channel/operation.ts';
import { does } from '../../channel/receiving.ts';
import { leadsTo } from '../count/order.ts';
import type { OwnedChannel, Start } from '../owned-channel.ts';
import { someNode } from '../../../../syntax/walk.ts';

/**
 * Whether a node of the owner's graph waits for the goroutine itself: for its WaitGroup, or for another channel that
 * only the goroutine, or somebody who waits for it, feeds or closes. Whoever gets past it knows that the send is done.
 */
export function waitsFor(node: Node, start: Start, owned: OwnedChannel): boolean {
  const { info } = start;
  return does(node, (each) => {
    if (each.kind === 'CallExpr' && each.fun.kind === 'SelectorExpr') {
      return each.fun.sel.name === 'Wait' && mentions(start, textOf(each.fun.x, info));
    }
    return (
      each.kind === 'UnaryExpr'
      && each.op === '<-'
      && isFedBy(each.x, info.parent(node)?.kind === 'CommClause', start, owned)
    );
  }, info);
}

function mentions({ body, info }: Start, receiver: string): boolean {
  const call = info.parent(body);
  return textOf(call?.kind === 'CallExpr' ? call : body, info).includes(`${receiver}.`);
}

/**
 * Whether what feeds the channel is the goroutine. A plain receive from a channel of unknown feeders is believed to
 * wait for it too.
 */
function isFedBy(
  channel: Node,
  inSelect: boolean,
  { body, owner, info, sends }: Start,
  { model, cfgs }: OwnedChannel,
): boolean {
  if (channel.kind !== 'Ident') return false;
  const holder = holderAt(channel, info, model);
  if (holder?.kind !== 'variable' || holder.variable.role !== 'local') return false;
  const { uses, open } = channelUses(holder, model);
  const feeders = uses.filter((use) => use.kind === 'sent' || use.kind === 'closed');
  if (open || feeders.length === 0) return !inSelect;
  return feeders
    .map((use) => operationOf(use, owner))
    .every(({ use, literal, places }) => {
      const feeder = literal ?? places[0];
      if (feeder === body) return !sends.some((send) => comesBefore(use, send.use, cfgs));
      return literal !== undefined && someNode(literal, isWait);
    });
}

function isWait(node: Node): boolean {
  return (
    node.kind === 'CallExpr'
    && node.fun.kind === 'SelectorExpr'
    && node.fun.sel.name === 'Wait'
    && node.args.length === 0
  );
}

/** Whether a goroutine does one thing before another and never after it, as it says `started` before it begins. */
function comesBefore(first: ChannelUse, then: ChannelUse, cfgs: FunctionCfgs): boolean {
  const { at, info } = first;
  const func = info.enclosingFunc(at);
  if (!func || func !== then.info.enclosingFunc(then.at)) return false;
  if (first.kind === 'closed' && callRole(first.call, info) === 'deferred') return false;
  return leadsTo(at, then.at, func, info, cfgs) === true && leadsTo(then.at, at, func, info, cfgs) === false;
}

import type { Node } from '../../../syntax/ast.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { textOf } from '../../../model/text-of.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { holderAt } from '../channel/channel.ts';
import { channelUses } from '../channel/channel-uses.ts';
import { operationOf } from '../channel/operation.ts';
import { does } from '../channel/receiving.ts';

/** What a question about one goroutine needs to know of it. */
export interface Sender {
  /** The literal that the goroutine runs, or the call that starts a function of the package. */
  readonly body: Node;
  readonly owner: FuncNode;
  readonly info: DeclInfo;
}

/**
 * Whether a node of the owner's graph waits for the goroutine itself: for its WaitGroup, or for another channel that
 * only the goroutine, or somebody who waits for it, feeds or closes. Whoever gets past it knows that the send is done.
 */
export function waitsFor(node: Node, sender: Sender, model: PackageModel): boolean {
  const { info } = sender;
  return does(node, (each) => {
    if (each.kind === 'CallExpr' && each.fun.kind === 'SelectorExpr') {
      return each.fun.sel.name === 'Wait' && mentions(sender, textOf(each.fun.x, info));
    }
    return each.kind === 'UnaryExpr' && each.op === '<-' && isFedBy(each.x, info.parent(node)?.kind === 'CommClause', sender, model);
  }, info);
}

function mentions({ body, info }: Sender, receiver: string): boolean {
  const start = info.parent(body);
  return textOf(start?.kind === 'CallExpr' ? start : body, info).includes(`${receiver}.`);
}

/** Whether what feeds the channel is the goroutine. A plain receive from a channel of unknown feeders is believed to wait for it too. */
function isFedBy(channel: Node, inSelect: boolean, { body, owner, info }: Sender, model: PackageModel): boolean {
  if (channel.kind !== 'Ident') return false;
  const holder = holderAt(channel, info, model);
  if (holder?.kind !== 'variable' || holder.variable.role !== 'local') return false;
  const { uses, open } = channelUses(holder, model);
  const feeders = uses.filter((use) => use.kind === 'sent' || use.kind === 'closed');
  if (open || feeders.length === 0) return !inSelect;
  return feeders.map((use) => operationOf(use, owner)).every(({ literal, places }) => {
    const feeder = literal ?? places[0];
    return feeder === body || (literal !== undefined && /\.Wait\(\)/.test(textOf(literal, info)));
  });
}

import { runsOnce } from '../../../../model/code/lifetime.ts';
import type { Holder } from '../../channel/channel.ts';
import { holderName } from '../../channel/channel.ts';
import type { ChannelUse } from '../../channel/channel-uses.ts';
import { channelUses } from '../../channel/channel-uses.ts';
import type { Context } from '../../context.ts';
import type { GoroutineStart } from '../../start/goroutine-start.ts';
import { goroutineStarts } from '../../start/goroutine-start.ts';
import type { Verdict } from '../../verdict.ts';
import { sendsWithoutEnd } from '../count/endless-sender.ts';
import { comesBack } from '../count/sends-again.ts';
import { earlyExit } from './early-exit.ts';
import { unreadVerdict } from './unread-verdict.ts';

type Received = Extract<ChannelUse, { kind: 'received' }>;
type Sent = Extract<ChannelUse, { kind: 'sent' }>;

/**
 * The send of a goroutine on a field, where the one function that reads from it has started the goroutine, and stops
 * before the end.
 */
export function leftPump(holder: Extract<Holder, { kind: 'field' }>, context: Context): Verdict | undefined {
  const { uses, open } = channelUses(holder, context.model);
  const [read, ...others] = uses.filter((use): use is Received => use.kind === 'received');
  const reader = read && others.length === 0 ? read.info.enclosingFunc(read.node) : undefined;
  if (open || !read || !reader || !uses.every(({ certain }) => certain) || runsOnce(reader, read.info, context.model))
    return undefined;
  const isClosed = uses.some(({ kind, at, info }) => kind === 'closed' && info.enclosingFunc(at) === reader);
  const capacities = uses.flatMap((use) => (use.kind === 'made' ? [use.capacity] : []));
  const hasRoom = capacities.length === 0 || capacities.some((capacity) => capacity !== 0);
  const sends = uses.filter((use): use is Sent =>
    use.kind === 'sent' && !use.arm && use.info.file.report && comesBack({ use }, context.cfgs));
  const send = isClosed
    ? undefined
    : sends.find((use) => !hasRoom || sendsWithoutEnd({ use }, context.cfgs, context.model));
  const start = send && startBy(reader, send, context);
  const exit = start && earlyExit({ node: read.node, arm: read.arm, info: read.info }, context);
  if (!exit) return undefined;
  return unreadVerdict({ use: send, start, channel: holderName(holder), exit: exit.node, reader: read.info });
}

function startBy(
  reader: NonNullable<GoroutineStart['spawner']>,
  { at, info }: Sent,
  { model }: Context,
): GoroutineStart | undefined {
  const func = info.enclosingFunc(at);
  return func && goroutineStarts(func, info, model).find(({ spawner }) => spawner === reader);
}

import { step } from '../../../../findings/step.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import type { Node } from '../../../../syntax/ast.ts';
import type { ChannelUse } from '../../channel/channel-uses.ts';
import { siteOf } from '../../site.ts';
import type { Verdict } from '../../verdict.ts';
import { restingOn } from '../../verdict.ts';

/** A send, who makes it, and where its reader leaves. */
interface Unread {
  readonly use: Extract<ChannelUse, { kind: 'sent' }>;
  readonly start: { readonly node: Node; readonly info: DeclInfo };
  readonly channel: string;
  readonly exit: Node;
  readonly reader: DeclInfo;
  /** Whether the reader has dropped the channel, and never reads. */
  readonly dropped?: true;
}

/** The finding about a send whose reader has left. That the goroutine still has something to send then is believed. */
export function unreadVerdict({ use: { stmt, info }, start, channel, exit, reader, dropped }: Unread): Verdict {
  return {
    at: stmt,
    info,
    fact: {
      kind: 'unread-send',
      channel,
      started: siteOf(start.node, start.info, info),
      left: siteOf(exit, reader, info),
      ...(dropped ? { dropped } : {}),
    },
    evidence: dropped ? restingOn() : restingOn('more-comes'),
    steps: [step('started', start.node, start.info), step('exit', exit, reader), step('sends', stmt, info)],
  };
}

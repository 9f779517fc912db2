import type { Account, ChannelDeed, Ground } from '../../findings/account.ts';
import type { DeclInfo } from '../../model/info.ts';
import { lineOf } from '../../model/line-of.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { shownText } from '../../model/text-of.ts';
import type { Expr, Node } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { holderAt } from './channel/channel.ts';
import { channelUses } from './channel/channel-uses.ts';
import type { Liveness } from './rule.ts';
import { siteOf } from './site.ts';

/**
 * What the package does with the channels that are sent to, received from or ranged over on a line of a declaration.
 */
export function livenessAccounts({ id, question }: Liveness, info: DeclInfo, model: PackageModel, line: number): readonly Account[] {
  const found: Account[] = [];
  walk(info.decl, (node) => {
    const channel = lineOf(node.pos, info) === line ? channelOf(node, question) : undefined;
    const holder = channel && holderAt(channel, info, model);
    if (channel === undefined || holder === undefined) return;
    const { uses, open } = channelUses(holder, model);
    const deeds = uses.flatMap((use): Ground[] =>
      (isDeed(use.kind) ? [{ kind: 'channel', does: use.kind, at: siteOf(use.at, use.info, info) }] : []));
    found.push({
      rule: id, about: `the channel ${shownText(channel, info)}`, path: info.file.source.path, line, found: undefined,
      grounds: [...deeds, ...(open ? [{ kind: 'channel-open' } as const] : [])],
    });
  });
  return found;
}

/** The channel that the question of a rule is about, at a node. */
function channelOf(node: Node, question: Liveness['question']): Expr | undefined {
  if (node.kind === 'SendStmt') return question === 'blocked-send' ? node.chan : undefined;
  if (node.kind === 'RangeStmt') return question === 'unending-range' ? node.x : undefined;
  return node.kind === 'UnaryExpr' && node.op === '<-' && question === 'blocked-receive' ? node.x : undefined;
}

const deeds: ReadonlySet<string> = new Set<ChannelDeed>(['made', 'sent', 'received', 'closed', 'escaped', 'stored', 'taken']);

function isDeed(kind: string): kind is ChannelDeed {
  return deeds.has(kind);
}

import { step } from '../../../findings/step.ts';
import type { Cfg } from '../../../flow/cfg.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import type { Point } from '../../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import { lineOf } from '../../../model/line-of.ts';
import type { Node, SendStmt } from '../../../syntax/ast.ts';
import type { ChannelUse } from '../channel/channel-uses.ts';
import type { LocalChannel } from '../channel/local-channels.ts';
import { operationOf } from '../channel/operation.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';

/**
 * A send of the function that makes an unbuffered channel, before anybody else knows it: it is certain to block. What
 * becomes of the channel later, and what is deferred, cannot help.
 */
export function sendBeforeReceiver(channel: LocalChannel, cfgs: FunctionCfgs): Verdict | undefined {
  const { info, make, variable, owner, capacity } = channel;
  const own = capacity === 0 ? ownUses(channel) : undefined;
  const candidates = own?.flatMap((use) => (isPlainSend(use, channel) ? [use.stmt] : [])) ?? [];
  const cfg = candidates.length > 0 ? cfgs.of(owner, info) : undefined;
  const start = cfg && pointAt(cfg, make);
  if (!own || !cfg || !start) return undefined;
  const sharing = own.filter((use) => use.kind !== 'neutral' && operationOf(use, owner).moment !== 'deferred');
  const stmt = candidates.find((send) =>
    reaches(start, send, start, cfg) && sharing.every(({ at }) => isOf(at, send) || !mayLead(at, send, start, cfg)));
  if (!stmt) return undefined;
  return {
    at: stmt,
    info,
    fact: { kind: 'send-before-receiver', channel: variable.name, made: lineOf(make.pos, info) },
    evidence: { ...restingOn(), ways: 'all' },
    steps: [step('made', make, info), step('sends', stmt, info)],
  };
}

/**
 * What is done with the variable itself; undefined where it may hold another channel than the one that is made for it.
 */
function ownUses({ info, variable, uses }: LocalChannel): readonly ChannelUse[] | undefined {
  const idents = new Set<Node>([variable.ident, ...info.usesOf(variable)]);
  const own = uses.uses.filter(({ at }) => idents.has(at));
  const isOne = own.filter(({ kind }) => kind === 'made').length === 1
    && own.every(({ kind, at }) => kind !== 'taken' && (kind !== 'nil' || at === variable.ident));
  return isOne ? own.filter(({ kind }) => kind !== 'made' && kind !== 'nil') : undefined;
}

function isPlainSend(use: ChannelUse, { info, owner }: LocalChannel): use is Extract<ChannelUse, { kind: 'sent' }> {
  return use.kind === 'sent' && !use.arm && !use.via && info.enclosingFunc(use.stmt) === owner;
}

function isOf(at: Node, send: SendStmt): boolean {
  return send.chan === at;
}

/** Whether control gets from one point to a send without making the channel anew. */
export function reaches(from: Point, send: SendStmt, make: Point, cfg: Cfg): boolean {
  const made = make.block.nodes[make.index];
  const target = pointAt(cfg, send);
  const node = target?.block.nodes[target.index];
  return node !== undefined && findPaths(after(from), {
    node: (each) => (each === node ? 'hit' : each === made ? 'cut' : 'pass'),
    feasible: () => true,
  }).some(({ hit }) => hit !== undefined);
}

/** The same from a use of the channel; where that is not in the graph, it may. */
export function mayLead(use: Node, send: SendStmt, make: Point, cfg: Cfg): boolean {
  const point = pointAt(cfg, use);
  return !point || reaches(point, send, make, cfg);
}

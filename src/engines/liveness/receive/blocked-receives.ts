import type { Declaration } from '../../../syntax/source-file.ts';
import { hasKind, hasName } from '../../../syntax/token/token-range.ts';
import { isListed, isReceivedFrom } from '../../../syntax/token/token-place.ts';
import { LPAREN, PERIOD } from '../../../syntax/token/token-kind.ts';
import type { Node, UnaryExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { step } from '../../../findings/step.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { literalRole } from '../../../model/code/use.ts';
import type { Holder } from '../channel/channel.ts';
import { holderAt, holderName, sameHolder } from '../channel/channel.ts';
import type { ChannelUse, ChannelUses } from '../channel/channel-uses.ts';
import { channelUses } from '../channel/channel-uses.ts';
import type { Context } from '../context.ts';
import { contextWaits } from './context-waits.ts';
import { inProgramFolder } from '../start/program-folder.ts';
import type { LocalChannel } from '../channel/local-channels.ts';
import { localChannels } from '../channel/local-channels.ts';
import { operationOf } from '../channel/operation.ts';
import { siteOf } from '../site.ts';
import { mayMissError, unfedReturn } from './unfed-return.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';

/** Receives from channels on which nobody sends and which nobody closes. */
export function blockedReceives(context: Context): readonly Verdict[] {
  const { model } = context;
  const channels = localChannels(
    (name, declaration) => mayWaitFor(name, declaration) || mayMissError(name, declaration),
    model,
  ).filter(({ owner, info }) => !runsOnce(owner, info, model));
  return [
    ...channels.flatMap(waitForNobody),
    ...channels.flatMap((channel) => unfedReturn(channel, context)),
    ...fieldReceives(model),
    ...contextWaits(context),
  ];
}

function waitForNobody({ variable, owner, uses }: LocalChannel): readonly Verdict[] {
  // A function that does nothing but wait for its own channel wants to wait for ever; one that hands it on waits for
  // somebody.
  const isHandedOn = uses.uses.some(({ kind }) => kind === 'handed');
  const wait = waitsForNobody(uses).find((use) => {
    const { moment } = operationOf(use, owner);
    return moment === 'goroutine' || (moment === 'here' && isHandedOn && !use.via);
  });
  return wait ? [verdict(wait, variable.name, 'function', uses)] : [];
}

/** Whether the channel may be received from, here or in a function that gets it. */
function mayWaitFor(name: string, declaration: Declaration): boolean {
  return hasName(declaration, name, (tokens, at) => isListed(tokens, at) || isReceivedFrom(tokens, at));
}

/** The plain receives of a channel that nothing feeds or closes; empty if anything does, or might. */
function waitsForNobody({ uses, open }: ChannelUses): readonly Receive[] {
  const isFed = uses.some(({ kind }) => kind === 'sent' || kind === 'closed' || kind === 'registered');
  const isMade = uses.some((use) => use.kind === 'made' && use.certain);
  if (open || isFed || !isMade) return [];
  const receives = uses.flatMap((use) => (use.kind === 'received' && use.certain ? [use] : []));
  return receives.filter((use) => use.node.kind === 'UnaryExpr' && !use.arm && !isInEndlessLoop(use));
}

/** A loop without an end that waits for the channel is a finding of another rule. */
function isInEndlessLoop({ node, info }: Receive): boolean {
  const loop = loopAround(node, info);
  return loop?.kind === 'ForStmt' && loop.cond === undefined;
}

type Receive = Extract<ChannelUse, { kind: 'received' }>;

function verdict(wait: Receive, channel: string, where: 'function' | 'package', { uses }: ChannelUses): Verdict {
  const made = uses.find((use) => use.kind === 'made');
  return {
    at: wait.node,
    info: wait.info,
    fact: { kind: 'blocked-receive', channel, where, made: made && siteOf(made.at, made.info, wait.info) },
    evidence: restingOn('nobody-else-sends'),
    steps: [...(made ? [step('made', made.at, made.info)] : []), step('receives', wait.node, wait.info)],
  };
}

/** Receives from unexported fields that the package makes and nothing feeds. */
function fieldReceives(model: PackageModel): readonly Verdict[] {
  const seen: Holder[] = [];
  return model.declarations(receivesFromField).flatMap((info) =>
    receivesIn(info).flatMap((receive): readonly Verdict[] => {
      const holder = holderAt(receive.x, info, model);
      if (
        holder?.kind !== 'field'
        || !/^[a-z_\u{80}-\u{10ffff}]/u.test(holder.name)
        || seen.some((each) => sameHolder(each, holder))
      )
        return [];
      seen.push(holder);
      const uses = channelUses(holder, model);
      const wait = waitsForNobody(uses).find((use) => use.info.file.report && !waitsOnce(use, model));
      return wait ? [verdict(wait, holderName(holder), 'package', uses)] : [];
    }),
  );
}

/** `<-s.c` */
function receivesFromField(declaration: Declaration): boolean {
  return hasKind(
    declaration,
    PERIOD,
    (tokens, at) => isReceivedFrom(tokens, at + 1) && tokens.kinds[at + 2] !== LPAREN,
  );
}

function receivesIn(info: DeclInfo): readonly UnaryExpr[] {
  const found: UnaryExpr[] = [];
  walk(info.decl, (node: Node) => {
    if (node.kind === 'UnaryExpr' && node.op === '<-') found.push(node);
  });
  return found;
}

/** Whether the receive runs once in a process, or in a callback, which may never run. */
function waitsOnce({ node, info }: Receive, model: PackageModel): boolean {
  const func = info.enclosingFunc(node);
  if (!func || inProgramFolder(info) || runsOnce(func, info, model)) return true;
  for (let at: FuncNode | undefined = func; at; at = info.enclosingFunc(at)) {
    if (at.kind === 'FuncLit' && literalRole(at, info) === 'callback') return true;
  }
  return false;
}

import type { Node, UnaryExpr } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import { step } from '../../findings/step.ts';
import type { DeclInfo, FuncNode } from '../../model/info.ts';
import { runsOnce } from '../../model/lifetime.ts';
import { loopAround } from '../../model/loop-around.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { literalRole } from '../../model/use.ts';
import type { Holder } from './channel.ts';
import { holderAt, holderName, sameHolder } from './channel.ts';
import type { ChannelUse, ChannelUses } from './channel-uses.ts';
import { channelUses } from './channel-uses.ts';
import type { Context } from './context.ts';
import { contextWaits } from './context-waits.ts';
import { inProgramFolder } from './program-folder.ts';
import type { LocalChannel } from './local-channels.ts';
import { localChannels } from './local-channels.ts';
import { operationOf } from './operation.ts';
import { siteOf } from './site.ts';
import { mayMissError, unfedReturn } from './unfed-return.ts';
import type { NamePlace } from './some-place.ts';
import { beginsName, isListed, mayReceiveFrom, somePlace } from './some-place.ts';
import type { Verdict } from './verdict.ts';

/** Receives from channels on which nobody sends and which nobody closes. */
export function blockedReceives(context: Context): readonly Verdict[] {
  const { model } = context;
  const channels = localChannels((name, text) => mayWaitFor(name, text) || mayMissError(name, text), model)
    .filter(({ owner, info }) => !runsOnce(owner, info, model));
  return [
    ...channels.flatMap(waitForNobody),
    ...channels.flatMap((channel) => unfedReturn(channel, context)),
    ...fieldReceives(model),
    ...contextWaits(context),
  ];
}

function waitForNobody({ variable, owner, uses }: LocalChannel): readonly Verdict[] {
  // A function that does nothing but wait for its own channel wants to wait for ever.
  const wait = waitsForNobody(uses).find((use) => operationOf(use, owner).moment === 'goroutine');
  return wait ? [verdict(wait, variable.name, 'function', uses)] : [];
}

/** Whether a goroutine may receive from the channel, here or in a function that gets it, and nothing in sight sends on it or closes it. */
function mayWaitFor(name: string, text: string): boolean {
  const isFed = (place: NamePlace): boolean => (beginsName(place) && text.startsWith('<-', place.next)) || isClosed(place, name, text);
  if (somePlace(name, text, isFed)) return false;
  return somePlace(name, text, (place) => isListed(place, text)) || (startsGoroutine.test(text) && mayReceiveFrom(name, text));
}

/** `close(c)` */
function isClosed(place: NamePlace, name: string, text: string): boolean {
  return place.before === '(' && text[place.next] === ')' && closing.test(text.slice(0, place.next).slice(-name.length - 40));
}

const closing = /\bclose\(\s*[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*\s*$/u;

const startsGoroutine = /\bgo\b|\.(?:Try)?Go(?:[A-Z(]|$)/u;

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
    level: 'warning',
    confidence: 'medium',
    steps: [...(made ? [step('made', made.at, made.info)] : []), step('receives', wait.node, wait.info)],
  };
}

/** Receives from unexported fields that the package makes and nothing feeds. */
function fieldReceives(model: PackageModel): readonly Verdict[] {
  const names = unfedNames(model);
  if (names.size === 0) return [];
  const seen: Holder[] = [];
  const mayWait = (text: string): boolean => [...text.matchAll(receiveOfField)].some(([, name = '']) => names.has(name));
  return model.declarations(mayWait).flatMap((info) =>
    receivesIn(info).flatMap((receive): readonly Verdict[] => {
      const holder = holderAt(receive.x, info, model);
      if (holder?.kind !== 'field' || !names.has(holder.name) || seen.some((each) => sameHolder(each, holder))) return [];
      seen.push(holder);
      const uses = channelUses(holder, model);
      const wait = waitsForNobody(uses).find((use) => use.info.file.report && !waitsOnce(use, model));
      return wait ? [verdict(wait, holderName(holder), 'package', uses)] : [];
    }),
  );
}

/** `<-s.c`, and not a call. */
const receiveOfField = /<-\s*(?:[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*\.)+([a-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)(?![\w\u{80}-\u{10ffff}.(])/gu;

/** Names of fields that are received from and made, while the text of the package holds no send or close that could be meant for them. */
function unfedNames(model: PackageModel): ReadonlySet<string> {
  const texts = model.files.map((file) => file.source.text);
  const received = new Set(texts.flatMap((text) => [...text.matchAll(receiveOfField)].map(([, name = '']) => name)));
  if (received.size === 0) return received;
  const made = new Set(texts.flatMap((text) => [...text.matchAll(/\bmake\(\s*chan\b/g)].map(({ index }) => assignedBefore(text, index))));
  const fed = new Set(texts.flatMap((text) => [
    ...[...text.matchAll(/<-/g)].map(({ index }) => wordBefore(text, index)),
    ...[...text.matchAll(/\bclose\(([^)\n]*)/g)].flatMap(([, argument = '']) => argument.match(words) ?? []),
  ]));
  return new Set([...received].filter((name) => made.has(name) && !fed.has(name)));
}

const words = /[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*/gu;

/** The word in front of `:` or `=` and an offset; empty where there is none. */
function assignedBefore(text: string, offset: number): string {
  const [, name = ''] = /([\w\u{80}-\u{10ffff}]+)\s*[:=]=?\s*$/u.exec(text.slice(Math.max(0, offset - LONGEST), offset)) ?? [];
  return name;
}

/** The word that ends in front of an offset, white space aside; empty where there is none. */
function wordBefore(text: string, offset: number): string {
  const [, name = ''] = /([\w\u{80}-\u{10ffff}]+)\s*$/u.exec(text.slice(Math.max(0, offset - LONGEST), offset)) ?? [];
  return name;
}

/** No name in front of an operator is longer: hostile text must not be looked through again and again. */
const LONGEST = 200;

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

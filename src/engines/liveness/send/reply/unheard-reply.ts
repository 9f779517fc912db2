import type { Node } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';
import { step } from '../../../../findings/step.ts';
import { clauseAround } from '../../../../model/code/disarms-itself.ts';
import { runsOnce } from '../../../../model/code/lifetime.ts';
import { loopAround } from '../../../../model/code/loop-around.ts';
import { literalRole } from '../../../../model/code/use.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import type { PackageModel } from '../../../../model/package-model.ts';
import { shownText } from '../../../../model/text-of.ts';
import { typeNameOf, dereferenced } from '../../../../model/types/type.ts';
import { typeOf } from '../../../../model/types/type-of.ts';
import { guards } from '../../../../flow/guards.ts';
import type { Holder } from '../../channel/channel.ts';
import { holderName } from '../../channel/channel.ts';
import type { ChannelUse } from '../../channel/channel-uses.ts';
import { channelUses } from '../../channel/channel-uses.ts';
import type { Context } from '../../context.ts';
import { siteOf } from '../../site.ts';
import type { Verdict } from '../../verdict.ts';
import { restingOn } from '../../verdict.ts';
import type { GivingUp } from './giving-up.ts';
import { givingUp } from './giving-up.ts';

type Field = Extract<Holder, { kind: 'field' }>;
type Send = Extract<ChannelUse, { kind: 'sent' }>;

/**
 * The answer on the unbuffered channel of a request whose caller may have given up: whoever answers waits for ever.
 * Empty where the field is no such channel.
 */
export function unheardReply(holder: Field, context: Context): readonly Verdict[] {
  const { model } = context;
  const { uses, open, holders } = channelUses(holder, model);
  const made = uses.filter((use) => use.kind === 'made');
  const isUnbuffered = made.length > 0 && made.every(({ capacity, certain }) => capacity === 0 && certain);
  if (open || !isUnbuffered || uses.some((use) => isInGoroutine(use))) return [];
  const send = uses.find((use): use is Send => isAnswer(use, holder));
  const left = send && givingUp(uses, holders, context);
  const [make] = made;
  if (!send || !left || !make || runsOnce(left.waiter, left.info, model)) return [];
  const isRequest = isSentOnward(holder, model);
  // Who waits in a loop for what others send is no caller.
  if (!isRequest && loopAround(left.clause, left.info)) return [];
  return [verdict(send, left, make, holder, isRequest)];
}

/**
 * Whether a literal that is started as a goroutine receives: it may be there to take what nobody waits for any more.
 */
function isInGoroutine({ kind, at, info }: ChannelUse): boolean {
  const func = info.enclosingFunc(at);
  return kind === 'received' && func?.kind === 'FuncLit' && literalRole(func, info) === 'goroutine';
}

/** A plain send, not where the channel is made, and on whose way nobody asks whether the request still stands. */
function isAnswer(use: ChannelUse, { owner }: Field): boolean {
  if (use.kind !== 'sent' || use.arm || !use.certain || !use.info.file.report) return false;
  const { stmt, info } = use;
  const root = rootOf(stmt.chan);
  const request = root?.kind === 'Ident' ? info.objectOf(root) : undefined;
  const asks = guards(stmt, info).some(({ cond }) => !isNilTest(cond) && someNode(cond, (node) =>
    node.kind === 'Ident' && request !== undefined && info.objectOf(node) === request));
  const clause = clauseAround(stmt, info);
  return owner.info.file.package.isOwn && !asks && (!clause || clause.comm !== undefined);
}

function isNilTest(cond: Node): boolean {
  return cond.kind === 'BinaryExpr' && cond.y.kind === 'Ident' && cond.y.name === 'nil';
}

function rootOf(node: Node): Node | undefined {
  return node.kind === 'SelectorExpr' ? rootOf(node.x) : node;
}

function verdict(send: Send, left: GivingUp, make: ChannelUse, holder: Field, isRequest: boolean): Verdict {
  const { stmt, info } = send;
  return {
    at: stmt,
    info,
    fact: {
      kind: 'unheard-reply',
      channel: shownText(stmt.chan, info),
      field: holderName(holder),
      made: siteOf(make.at, make.info, info),
      clause: `case ${shownText(left.clause, left.info)}`,
      left: siteOf(left.clause, left.info, info),
    },
    evidence: restingOn(...(isRequest ? [] : ['handed-on' as const])),
    steps: [step('made', make.at, make.info), step('taken', left.clause, left.info), step('sends', stmt, info)],
  };
}

/** Whether the package sends values of the type that has the field over a channel: they are requests. */
function isSentOnward({ owner }: Field, model: PackageModel): boolean {
  return model.declarationsUsing(owner.spec.name.name, owner.info.file).some((info) => sendsOwner(info, owner, model));
}

function sendsOwner(info: DeclInfo, owner: Field['owner'], model: PackageModel): boolean {
  return someNode(info.decl, (node) =>
    node.kind === 'SendStmt' && typeNameOf(dereferenced(typeOf(node.value, info, model)))?.spec === owner.spec);
}

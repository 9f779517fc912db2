import { funcAt } from '../../../../facts/functions/func-at.ts';
import { callersOf } from '../../../../facts/callers.ts';
import { resultTargets } from '../../../../model/code/assignment.ts';
import { runsOnce } from '../../../../model/code/lifetime.ts';
import { callRole, useOf } from '../../../../model/code/use.ts';
import type { DeclInfo } from '../../../../model/info.ts';
import type { CallExpr } from '../../../../syntax/ast.ts';
import { effectAt } from '../../channel/channel-use.ts';
import type { ChannelUse } from '../../channel/channel-uses.ts';
import { channelUses } from '../../channel/channel-uses.ts';
import type { LocalChannel } from '../../channel/local-channels.ts';
import { operationOf } from '../../channel/operation.ts';
import type { Context } from '../../context.ts';
import type { Verdict } from '../../verdict.ts';
import { sendsWithoutEnd } from '../count/endless-sender.ts';
import { comesBack } from '../count/sends-again.ts';
import type { Reading } from './early-exit.ts';
import { earlyExit } from './early-exit.ts';
import { unreadVerdict } from './unread-verdict.ts';

/**
 * The send of a goroutine whose channel a function returns, where a caller in the module drops it, or stops to read
 * before the end. The goroutine hears of nothing in its send.
 */
export function leftProducer(channel: LocalChannel, context: Context): Verdict | undefined {
  const { owner, info, uses, capacity, variable } = channel;
  const index = returnedAs(channel);
  const func = index === undefined ? undefined : funcAt(info);
  if (index === undefined || !func || owner !== info.decl) return undefined;
  const sends = uses.uses.flatMap((use) =>
    use.kind === 'sent' && !use.arm && use.info.file.report ? [operationOf(use, owner)] : [],
  );
  const send = sends.find(
    (each) => each.moment === 'goroutine' && (capacity === 0 || sendsWithoutEnd(each, context.cfgs, context.model)),
  );
  const start = send?.places[0];
  if (send?.use.kind !== 'sent' || !start) return undefined;
  for (const { call, info: where } of callersOf(func).calls) {
    const caller = where.enclosingFunc(call);
    const isMet = capacity === 0 && isOnStraightWay(send.use);
    if (isMet && caller && isDropped(call, index, where) && !runsOnce(caller, where, where.file.package)) {
      const places = { start: { node: start, info }, exit: call, reader: where };
      return unreadVerdict({ use: send.use, channel: variable.name, ...places, dropped: true });
    }
    const reading = readingOf(call, index, where);
    const reader = reading && where.enclosingFunc(reading.node);
    if (!reading || !reader || runsOnce(reader, where, where.file.package)) continue;
    const exit = earlyExit(reading, { model: where.file.package, cfgs: context.cfgs });
    if (exit && (!exit.hasReceived || comesBack(send, context.cfgs))) {
      return unreadVerdict({
        use: send.use,
        start: { node: start, info },
        channel: variable.name,
        exit: exit.node,
        reader: where,
      });
    }
  }
  return undefined;
}

/** Which result of the function the channel is, where nobody else gets it and nobody here receives from it. */
function returnedAs({ uses, info, owner }: LocalChannel): number | undefined {
  const harmless: readonly ChannelUse['kind'][] = ['made', 'sent', 'closed', 'neutral', 'handed'];
  const indices = new Set<number>();
  for (const use of uses.uses) {
    if (harmless.includes(use.kind)) continue;
    const stmt = use.kind === 'escaped' && use.info === info ? info.parent(use.at) : undefined;
    if (stmt?.kind !== 'ReturnStmt' || info.enclosingFunc(stmt) !== owner) return undefined;
    indices.add(stmt.results.findIndex((each) => each === use.at));
  }
  const [index, ...others] = indices;
  return index === -1 || others.length > 0 ? undefined : index;
}

/** Whether a function comes to a send whenever it does not end before: in no branch, clause or loop. */
function isOnStraightWay({ stmt, info }: Extract<ChannelUse, { kind: 'sent' }>): boolean {
  for (let at = info.parent(stmt); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind !== 'BlockStmt' && at.kind !== 'LabeledStmt') return false;
  }
  return true;
}

/** Whether a call leaves the channel that it gives to nobody. */
function isDropped(call: CallExpr, index: number, info: DeclInfo): boolean {
  if (useOf(call, info).kind === 'dropped') return callRole(call, info) === undefined;
  const target = resultTargets(call, info)[index];
  return target?.kind === 'Ident' && target.name === '_';
}

/** The one receive from what a call gives: directly, or from a variable that is only received from. */
function readingOf(call: CallExpr, index: number, info: DeclInfo): Reading | undefined {
  const model = info.file.package;
  if (useOf(call, info).kind === 'received') {
    const effect = index === 0 ? effectAt(call, info, model) : undefined;
    return effect?.kind === 'received' ? { node: effect.node, arm: effect.arm, info } : undefined;
  }
  const target = resultTargets(call, info)[index];
  const variable = target?.kind === 'Ident' ? info.objectOf(target) : undefined;
  if (
    variable?.kind !== 'Var'
    || variable.role !== 'local'
    || variable.origin?.kind !== 'value'
    || variable.origin.value !== call
  )
    return undefined;
  const used = channelUses({ kind: 'variable', variable }, model, 'locals').uses.filter(
    ({ kind, at }) => kind !== 'neutral' && at !== variable.ident,
  );
  const [only, ...others] = used;
  const isOnly =
    only?.kind === 'received' && others.length === 0 && info.enclosingFunc(only.node) === info.enclosingFunc(call);
  return isOnly ? { node: only.node, arm: only.arm, info } : undefined;
}

import type { Declaration } from '../../../syntax/source-file.ts';
import { hasKind, hasName } from '../../../syntax/token/token-range.ts';
import { isListed, isSentOn } from '../../../syntax/token/token-place.ts';
import { ARROW } from '../../../syntax/token/token-kind.ts';
import type { ForStmt, Node, RangeStmt, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Fact } from '../../../findings/fact.ts';
import type { Step } from '../../../findings/finding.ts';
import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import { pointAt } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { shownText } from '../../../model/text-of.ts';
import type { Context } from '../context.ts';
import { armings, clauseAround, clauseChannel, disarmsItself } from '../../../model/code/disarms-itself.ts';
import { timersNeeded, timersStopped } from './leave/fired-timer.ts';
import { givesExitCode } from './leave/gives-exit-code.ts';
import type { Leaving } from './leave/leaving.ts';
import { leadsTo, leavingWithout } from './leave/leaving.ts';
import type { LocalChannel } from '../channel/local-channels.ts';
import { madeChannels } from '../channel/local-channels.ts';
import type { Operation } from '../channel/operation.ts';
import { operationOf } from '../channel/operation.ts';
import { receivingOf } from '../channel/receiving.ts';
import { comesAfterOffers } from './count/after-offers.ts';
import { asksParameter } from './count/asks-parameter.ts';
import { sendsWithoutEnd } from './count/endless-sender.ts';
import { isFedFromOutside } from './count/fed-from-outside.ts';
import { earlyFieldSends } from './early-field-send.ts';
import { fieldSends } from './field-sends.ts';
import { leftProducer } from './reader/left-producer.ts';
import { roomForSends } from './room-for-sends.ts';
import type { OwnedChannel, Start } from './owned-channel.ts';
import { sendBeforeReceiver } from './send-before-receiver.ts';
import { sendsAgain } from './count/sends-again.ts';
import { sendsInTurn, surplusSend } from './surplus-send.ts';
import { valuesSent } from './count/values-sent.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';

/** Sends that nobody receives once the function that made the channel, or asked for an answer on it, has left. */
export function blockedSends(context: Context): readonly Verdict[] {
  return [...localSends(context), ...earlyFieldSends(context), ...fieldSends(context)];
}

function localSends(context: Context): readonly Verdict[] {
  return madeChannels(maySend, context.model).flatMap((channel) => {
    const { owner, info } = channel;
    if (runsOnce(owner, info, context.model) || givesExitCode(owner, info)) return [];
    const early = sendBeforeReceiver(channel, context.cfgs);
    if (early) return [early];
    return channel.uses.open ? [leftProducer(channel, context)].flatMap((each) => each ?? []) : judge(channel, context);
  });
}

/** Whether a declaration may send on the channel of that name, or hand it to a function that does. */
function maySend(name: string, declaration: Declaration): boolean {
  return (
    hasKind(declaration, ARROW)
    && hasName(declaration, name, (tokens, at) => isListed(tokens, at) || isSentOn(tokens, at))
  );
}

function judge(channel: LocalChannel, context: Context): readonly Verdict[] {
  const { model, cfgs } = context;
  const { owner, info, uses } = channel;
  const operations = uses.uses.flatMap((use) =>
    use.kind === 'sent' || use.kind === 'received' || use.kind === 'closed' ? [operationOf(use, owner)] : []);
  const sends = operations.filter(({ use }) => use.kind === 'sent' && !use.arm);
  const isCandidate = sends.some(({ moment }) => moment === 'goroutine') && isOnlyReceivedHere(operations, channel);
  const cfg = isCandidate ? cfgs.of(owner, info) : undefined;
  if (!cfg) return [];
  const receives = operations.filter(({ use }) => use.kind === 'received');
  const owned: OwnedChannel = { channel, cfg, receiving: receivingOf(channel, receives, cfg), model, cfgs };
  const starts = startsOf(sends.filter(({ moment }) => moment === 'goroutine'), operations, owned);
  const found = judgeStarts(starts, owned);
  if (found.length > 0) return found.map((each) => ({ ...each, fix: roomForSends(channel, context) }));
  const surplus = surplusSend(starts, receives, owned);
  return surplus ? [surplus] : [];
}

/**
 * Whether the owner alone receives, when it comes to it, and does not give the channel up, or closes it where it starts
 * no goroutine.
 */
function isOnlyReceivedHere(operations: readonly Operation[], { uses, variable }: LocalChannel): boolean {
  if (uses.uses.some((use) => use.kind === 'nil' && use.at !== variable.ident)) return false;
  return operations.every(({ use, moment }) => {
    if (use.kind === 'received') return moment === 'here';
    return use.kind === 'closed' ? moment === 'goroutine' || moment === 'here' : moment !== 'elsewhere';
  });
}

function judgeStarts(starts: readonly Start[], owned: OwnedChannel): readonly Verdict[] {
  const holdsAll = holdsAllValues(owned.channel);
  for (const start of starts) {
    if (holdsAll && !start.endless) continue;
    const senders = sendersBefore(start, starts, owned);
    const { capacity } = owned.channel;
    const isTooLong = senders === 1 && sendsInTurn(start, owned).length > capacity;
    const leaving = leavingWithout(start, Math.max(senders - capacity, isTooLong ? 1 : 0), owned);
    if (leaving) return verdict(start, senders, leaving, starts, owned);
  }
  return [];
}

function startsOf(
  sends: readonly Operation[],
  operations: readonly Operation[],
  { channel: { owner, info, capacity }, cfg, cfgs, model, receiving }: OwnedChannel,
): readonly Start[] {
  const starts = new Map<Stmt | object, Start>();
  for (const send of sends) {
    for (const place of send.places) {
      const point = pointAt(cfg, place);
      const node = point?.block.nodes[point.index];
      if (!point || !node) continue;
      const known = starts.get(node);
      // Who receives outside of a loop knows how many values there are.
      const endless = known?.endless === true || sendsWithoutEnd(send, cfgs, model);
      const fed =
        known?.fed === true
        || isFedFromOutside(send, capacity, cfgs)
        || comesAfterOffers(send, operations, capacity, cfgs);
      const again =
        endless || fed || known?.sendsAgain === true || (receiving.loops.size > 0 && sendsAgain(send, capacity, cfgs));
      const body = send.literal ?? place;
      const all = [...(known?.sends ?? []), send];
      starts.set(node, { node, point, body, owner, info, sends: all, sendsAgain: again, endless, fed, timers: timersNeeded(all), stopped: timersStopped(all) });
    }
  }
  return [...starts.values()].sort((a, b) => a.node.pos - b.node.pos);
}

/**
 * How many values may be sent when this goroutine is started, its own included; infinite where a loop starts them. A
 * loop that also receives is taken to start the next one when the last one is done.
 */
function sendersBefore(start: Start, starts: readonly Start[], owned: OwnedChannel): number {
  const always = starts.filter(({ sends }) => !sends.every(dependsOnParameter));
  if (!always.includes(start)) return 1;
  const { capacity, info } = owned.channel;
  // Room for several values is room for as many as there are: somebody has counted.
  const unknown = capacity > 1 ? capacity : Infinity;
  if (start.endless) return Infinity;
  if (start.sendsAgain || start.sends.some((send) => send.repeated)) return unknown;
  if (comesAfterReceive(start, owned)) return 1;
  const loop = loopAround(start.node, info);
  if (loop && !owned.receiving.loops.has(loop) && leadsTo(start, start, owned)) return passesOf(loop) ?? unknown;
  return (
    1
    + always.filter((other) => other !== start && !shareEventLoop(start, other, owned) && leadsTo(other, start, owned))
      .length
  );
}

/**
 * Whether a goroutine is started in a clause that switches itself off, and is switched on only where a value of the
 * channel has been received: then none is under way when it starts.
 */
function comesAfterReceive({ node }: Start, { channel: { info }, receiving }: OwnedChannel): boolean {
  const clause = clauseAround(node, info);
  const switching = clause && disarmsItself(clause, info) ? clauseChannel(clause, info) : undefined;
  if (!switching || switching.origin !== undefined || switching.role !== 'local') return false;
  return armings(switching, info).every((ident) => {
    const around = clauseAround(ident, info);
    return around?.comm !== undefined && receiving.nodes.has(around.comm);
  });
}

/**
 * Whether the capacity is the number of passes of some loop of the owner: so many values there are, whoever sends them.
 */
function holdsAllValues({ owner, capacity }: LocalChannel): boolean {
  return (
    capacity > 1
    && someNode(owner, (node) => (node.kind === 'ForStmt' || node.kind === 'RangeStmt') && passesOf(node) === capacity)
  );
}

/**
 * Whether a send is made by some of the goroutines that run one function and not by others: an if around it asks for a
 * parameter.
 */
function dependsOnParameter({ use: { at, info } }: Operation): boolean {
  for (
    let node = info.parent(at);
    node && node.kind !== 'FuncLit' && node.kind !== 'FuncDecl';
    node = info.parent(node)
  ) {
    if (node.kind === 'IfStmt' && someNode(node.cond, (each) => isParameter(each, info))) return true;
  }
  return false;
}

function isParameter(node: Node, info: DeclInfo): boolean {
  const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
  return object?.kind === 'Var' && object.role === 'param' && object.func === info.enclosingFunc(node);
}

/**
 * Whether two starts stand in one loop that also receives: there one may wait for the other, by flags and counts that
 * we do not follow. Starts in one list of statements come one after the other.
 */
function shareEventLoop(a: Start, b: Start, { receiving }: OwnedChannel): boolean {
  if (a.info.parent(a.node) === b.info.parent(b.node)) return false;
  return [...receiving.loops].some(({ body }) =>
    [a, b].every(({ node }) => body.pos <= node.pos && node.end <= body.end),
  );
}

function verdict(
  start: Start, senders: number, leaving: Leaving, starts: readonly Start[], owned: OwnedChannel,
): readonly Verdict[] {
  const { channel: { info, variable, make, capacity } } = owned;
  const [first] = start.sends;
  if (first?.use.kind !== 'sent') return [];
  const { info: where, stmt } = first.use;
  if (where.file !== info.file) return [];
  const fact: Fact = {
    kind: 'blocked-send',
    channel: variable.name,
    capacity,
    made: lineOf(make.pos, info),
    started: lineOf(start.node.pos, info),
    receives: leaving.receives,
    many: senders > 1 && !start.sendsAgain,
    again: start.sendsAgain,
    values: valuesSent(start.sends, owned.channel.owner, owned.cfgs),
    leaves: leaveOf(leaving, owned),
  };
  const others = starts.flatMap((each) => each.sends).filter((each) => each !== first);
  return [
    {
      at: stmt,
      info: where,
      fact,
      evidence: restingOn(
        ...(start.fed ? ['more-comes' as const] : []),
        ...(where === info || !asksParameter(start.sends) ? [] : ['by-parameter' as const]),
      ),
      steps: [
        step('made', make, info),
        step('started', start.node, info),
        ...branches(leaving.path, info),
        leavingStep(leaving, owned),
        step('sends', stmt, where),
        ...others.flatMap(({ use }) =>
          use.kind === 'sent' && use.info.file === info.file ? [step('sends', use.stmt, use.info)] : [],
        ),
      ],
    },
  ];
}

/** The clause of the select that is taken instead of the receive, or else the exit itself. */
function leaveOf(
  { path }: Leaving,
  { channel: { info }, receiving, cfg }: OwnedChannel,
): Extract<Fact, { kind: 'blocked-send' }>['leaves'] {
  for (const block of path.blocks.slice(1).reverse()) {
    const [comm] = block.nodes;
    const clause = comm && info.parent(comm);
    const select = clause?.kind === 'CommClause' && clause.comm === comm ? info.parent(clause) : undefined;
    const beside =
      select?.kind === 'SelectStmt' && select.body.some((each) => each.comm && receiving.nodes.has(each.comm));
    if (!comm || !beside) continue;
    return { by: 'clause', clause: `case ${shownText(comm, info)}`, line: lineOf(comm.pos, info) };
  }
  const span = path.hit ?? firstExit([path], cfg, info)?.exit.span ?? { pos: cfg.closingBrace };
  return { by: path.end.exit === 'end' && !path.hit ? 'end' : 'return', line: lineOf(span.pos, info) };
}

function leavingStep({ path }: Leaving, { channel: { info }, cfg }: OwnedChannel): Step {
  return step(
    'exit',
    path.hit ?? firstExit([path], cfg, info)?.exit.span ?? { pos: cfg.closingBrace, end: cfg.closingBrace + 1 },
    info,
  );
}

/** How often a loop runs, where a number says so: `range 3`, `i < 3`. */
function passesOf(loop: ForStmt | RangeStmt): number | undefined {
  const bound =
    loop.kind === 'RangeStmt'
      ? loop.x
      : loop.cond?.kind === 'BinaryExpr' && loop.cond.op === '<'
        ? loop.cond.y
        : undefined;
  return bound?.kind === 'BasicLit' && bound.tok === 'INT' ? Number(bound.value) : undefined;
}

import { mayImport } from '../../../model/names/imports.ts';
import { hasName } from '../../../syntax/token/token-range.ts';
import { isSelected } from '../../../syntax/token/token-place.ts';
import type { Node } from '../../../syntax/ast.ts';
import { someNode, walk } from '../../../syntax/walk.ts';
import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import type { FoundExit } from '../../../flow/first-exit.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import { after, entryOf, findPaths, pointAt, reachesExit } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import { lineOf } from '../../../model/line-of.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { referencesTo } from '../../../model/names/references.ts';
import { typeFromExpr } from '../../../model/types/type.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import { holderAt, holderName } from '../channel/channel.ts';
import type { ChannelUse } from '../channel/channel-uses.ts';
import { channelUses } from '../channel/channel-uses.ts';
import { runsCommand } from '../start/command.ts';
import type { Context } from '../context.ts';
import { inProgramFolder } from '../start/program-folder.ts';
import { siteOf } from '../site.ts';
import { stopBeforeClose } from './stop-before-close.ts';
import { leftByOwner } from './left-by-owner.ts';
import type { Registration } from './signal-registration.ts';
import { isCallOf } from './signal-registration.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';
import { isExported } from '../../../syntax/is-exported.ts';

/** Channels that stay registered with os/signal when nobody wants signals any more. */
export function registeredSignals(context: Context): readonly Verdict[] {
  const { model } = context;
  const registrations = model
    .declarations((declaration) => hasName(declaration, 'Notify'), ({ source }) => source.mayHold('os/signal'))
    .flatMap((info) => registrationsIn(info, model));
  return registrations.flatMap((each) => {
    const verdict =
      closedWhileRegistered(each)
      ?? (model.name === 'main' ? undefined : (leftRegistered(each, context) ?? leftByOwner(each, context)));
    return verdict ? [verdict] : [];
  });
}

/** Whether all signals are taken back somewhere in the package. */
function resetsSignals(model: PackageModel): boolean {
  return model.mentions('Reset', undefined, isSelected).some(({ declaration, info }) =>
    mayImport(declaration.file, 'os/signal')
    && someNode(info().decl, (node) => node.kind === 'CallExpr' && isCallOf(node, 'os/signal.Reset', info(), model)));
}

function registrationsIn(info: DeclInfo, model: PackageModel): readonly Registration[] {
  const found: Registration[] = [];
  if (inProgramFolder(info)) return found;
  walk(info.decl, (call) => {
    if (call.kind !== 'CallExpr' || !isCallOf(call, 'os/signal.Notify', info, model)) return;
    const func = info.enclosingFunc(call);
    const holder = call.args[0] && holderAt(call.args[0], info, model);
    if (!func || !holder || runsOnce(func, info, model) || runsCommand(func, info)) return;
    const uses = channelUses(holder, model);
    const isTakenBack = resetsSignals(model);
    if (!uses.open && !isTakenBack) found.push({ call, info, func, holder, uses });
  });
  return found;
}

/** A signal that arrives after the close is sent on a closed channel: os/signal panics. */
function closedWhileRegistered({ call, info, holder, uses }: Registration): Verdict | undefined {
  const stops = uses.uses.flatMap((use) => (use.kind === 'unregistered' ? [use] : []));
  const close = uses.uses.find(
    (use) => use.kind === 'closed' && use.certain && stops.every((stop) => comesBefore(use, stop)),
  );
  if (close?.kind !== 'closed') return undefined;
  return {
    at: close.call,
    info: close.info,
    fact: {
      kind: 'registered-channel-closed',
      channel: holderName(holder),
      registered: siteOf(call, info, close.info),
      stopped: stops.length > 0,
    },
    evidence: restingOn(),
    steps: [step('registered', call, info), step('closed', close.call, close.info)],
    fix: stops.length === 0 ? stopBeforeClose(close, { call, info }) : undefined,
  };
}

/**
 * Whether a close surely runs before a Stop: both in one function, and deferred calls run in reverse order at its end.
 */
function comesBefore(close: ChannelUse, stop: ChannelUse): boolean {
  if (close.kind !== 'closed' || stop.kind !== 'unregistered' || close.info !== stop.info) return false;
  if (close.info.enclosingFunc(close.call) !== stop.info.enclosingFunc(stop.call)) return false;
  const [closes, stops] = [close, stop].map(({ info, ...use }) =>
    'call' in use ? callRole(use.call, info) : undefined,
  );
  if (closes === 'deferred') return stops === 'deferred' && close.call.pos > stop.call.pos;
  return closes === undefined && (stops === 'deferred' || (stops === undefined && close.call.pos < stop.call.pos));
}

/**
 * A local channel whose receiver, the function that registers or a goroutine of it, can end for another reason than a
 * signal.
 */
function leftRegistered(registration: Registration, context: Context): Verdict | undefined {
  const { call, info, holder, uses } = registration;
  const isLocal = uses.holders.every((each) => each.kind === 'variable' && each.variable.role !== 'package');
  if (!isLocal || holder.kind !== 'variable' || uses.uses.some((use) => use.kind === 'unregistered')) return undefined;
  const receives = uses.uses.flatMap((use) => (use.kind === 'received' ? [use] : []));
  if (receives.some((use) => endsProcess(use, context) || cancelsForCaller(use))) return undefined;
  if (endsProcessAfter(registration, context)) return undefined;
  const [exit] = receives.flatMap((use) => exitWithoutSignal(use, receives, registration, context));
  if (!exit) return undefined;
  return {
    at: call,
    info,
    fact: { kind: 'signal-left-registered', channel: holder.variable.name, line: lineOf(exit.exit.span.pos, info) },
    evidence: restingOn(),
    // No fix: from then on a signal does again what it does by default, which may end a process that is just shutting
    // down.
    steps: [step('registered', call, info), ...branches(exit.path, info), step('exit', exit.exit.span, info)],
  };
}

type Receive = Extract<ChannelUse, { kind: 'received' }>;

/**
 * A way out of the function that receives which passes no receive; from the registration on where it registers itself.
 */
function exitWithoutSignal(
  use: Receive, receives: readonly Receive[], { call, info, func }: Registration, { cfgs }: Context,
): readonly FoundExit[] {
  const receiver = info.enclosingFunc(use.node);
  if (use.via || use.info !== info || !receiver) return [];
  const cfg = cfgs.of(receiver, info);
  const registered = receiver === func ? cfg && pointAt(cfg, call) : undefined;
  const start = registered ? after(registered) : cfg && entryOf(cfg);
  if (!cfg || !start) return [];
  const places = receives.map((each) => (each.node.kind === 'RangeStmt' ? each.node.x : each.node));
  const isReceive = (node: Node): boolean => places.some((place) => node.pos <= place.pos && place.end <= node.end);
  const exit = firstExit(
    findPaths(start, { node: (node) => (isReceive(node) ? 'cut' : 'pass'), feasible: () => true }),
    cfg,
    info,
  );
  return exit ? [exit] : [];
}

/**
 * Whether the function that receives the signal ends the process: then the registration lives as long as the process.
 */
function endsProcess(use: Receive, { cfgs }: Context): boolean {
  const func = use.info.enclosingFunc(use.node);
  return (
    func?.body !== undefined
    && someNode(func.body, (node) => node.kind === 'CallExpr' && !cfgs.comesBack(node, use.info))
  );
}

/**
 * Whether the clause that receives the signal calls a context.CancelFunc that the function was given: it ends what is
 * around it, the program.
 */
function cancelsForCaller({ arm, info }: Receive): boolean {
  return arm !== undefined && someNode(arm.clause, (node) => {
    const object = node.kind === 'CallExpr' && node.fun.kind === 'Ident' ? info.objectOf(node.fun) : undefined;
    if (object?.kind !== 'Var' || object.role !== 'param') return false;
    const type = object.type && typeFromExpr(object.type, object.info);
    return type?.kind === 'Foreign' && type.path === 'context' && type.name === 'CancelFunc';
  });
}

/** Whether the function that registers is only called where the process ends afterwards. */
function endsProcessAfter({ func, info }: Registration, { model, cfgs }: Context): boolean {
  if (func.kind !== 'FuncDecl' || func.recv || isExported(func.name.name)) return false;
  const references = referencesTo(func, info, model);
  return references.length > 0 && references.every(({ expr, info: where }) => {
    const caller = useOf(expr, where).kind === 'called' ? where.enclosingFunc(expr) : undefined;
    const cfg = caller && cfgs.of(caller, where);
    return cfg !== undefined && !reachesExit(entryOf(cfg));
  });
}

import { channelNames, rangesOver } from '../channel/channel-names.ts';
import type { Expr, Node } from '../../../syntax/ast.ts';
import { ARROW, ASSIGN, COMMA, DEFINE, IDENT } from '../../../syntax/token/token-kind.ts';
import type { TokenTest } from '../../../syntax/token/token-range.ts';
import { hasKind } from '../../../syntax/token/token-range.ts';
import type { Belief } from '../../../findings/evidence.ts';
import type { Closer } from '../../../findings/fact.ts';
import { step } from '../../../findings/step.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { textOf } from '../../../model/text-of.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { underlying } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import { holderAt } from '../channel/channel.ts';
import type { ChannelUses } from '../channel/channel-uses.ts';
import { channelUses } from '../channel/channel-uses.ts';
import type { Context } from '../context.ts';
import type { ChannelLoop } from './channel-loop.ts';
import { channelLoops } from './channel-loop.ts';
import { closeByProducer } from './close-by-producer.ts';
import { canLeave, jumpsAway } from '../loop/loop-exit.ts';
import { parameterSources } from '../channel/parameter-sources.ts';
import { repeatedStart } from '../start/repeated-start.ts';
import { siteOf, startSteps } from '../site.ts';
import { stoppedTicker } from '../loop/stopped-ticker.ts';
import { isTimeChannel } from '../channel/time-channel.ts';
import { unseenFlag } from './unseen-flag.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';

/** The loops over a channel that nothing closes, in goroutines that are started more than once in a process. */
export function unendingRanges(context: Context): readonly Verdict[] {
  const names = channelNames(context.model);
  return context.model
    .declarations((declaration) => rangesOver(names, declaration) || hasKind(declaration, COMMA, startsFlaggedReceive))
    .flatMap((info) => channelLoops(info).flatMap((loop) => judge(loop, info, context) ?? []));
}

/** `, ok := <-c` */
const startsFlaggedReceive: TokenTest = ({ kinds }, at) =>
  kinds[at + 1] === IDENT
  && (kinds[at + 2] === DEFINE || kinds[at + 2] === ASSIGN)
  && kinds.subarray(at + 3, at + 8).includes(ARROW);

/** A loop over a channel that nothing closes. */
interface Unclosed {
  readonly closer: Closer;
  /** What is believed of who closes it. */
  readonly beliefs: readonly Belief[];
  /** Where it is made, where that shows. */
  readonly made: { readonly at: Node; readonly info: DeclInfo } | undefined;
  /** The field by which the loop would leave, had it a chance to see it set. */
  readonly flag: string | undefined;
  /** What is done with the channel, where all of it is in one function. */
  readonly uses?: ChannelUses;
}

function judge(each: ChannelLoop, info: DeclInfo, context: Context): Verdict | undefined {
  const { loop, channel } = each;
  const func = info.enclosingFunc(loop);
  const unclosed = func && neverEnds(each, info, context);
  const start = unclosed && repeatedStart(func, info, context, unclosed.closer === 'function');
  if (!unclosed || !start) return undefined;
  const { closer, beliefs, made, flag, uses } = unclosed;
  const stop = stoppedTicker(channel, info, context);
  return {
    at: loop,
    info,
    fact: {
      kind: 'unending-range',
      channel: textOf(channel, info),
      closer,
      flag,
      started: siteOf(start.node, start.info, info),
      stopped: stop && siteOf(stop.at, stop.info, info),
    },
    evidence: { ...restingOn(...beliefs), ways: 'all' },
    steps: [...(made ? [step('made', made.at, made.info)] : []), ...startSteps(start), step('waits', loop, info)],
    fix: uses && closer === 'function' && flag === undefined ? closeByProducer(uses, info) : undefined,
  };
}

function neverEnds(
  { loop, channel, body }: ChannelLoop,
  info: DeclInfo,
  { model, cfgs }: Context,
): Unclosed | undefined {
  const jumps = body.some((stmt) => jumpsAway(stmt, loop, info));
  if (jumps && channel.kind !== 'SelectorExpr') return undefined;
  const leaves = (): boolean => body.some((stmt) => canLeave(stmt, loop, info, cfgs));
  if (isTimeChannel(channel, info, model)) {
    return leaves() ? undefined : { closer: 'time', beliefs: [], made: tickerOf(channel, info), flag: undefined };
  }
  if (underlying(typeOf(channel, info, model))?.kind !== 'Chan') return undefined;
  const holder = holderAt(channel, info, model);
  if (holder?.kind === 'variable' && holder.variable.role === 'param') {
    return leaves() ? undefined : neverClosedByCallers(holder.variable, model);
  }
  const uses = holder && channelUses(holder, model);
  const unclosed = uses && unclosedBy(uses);
  if (!unclosed || !leaves()) return unclosed;
  const flag = loop.kind === 'RangeStmt' ? unseenFlag(loop, info, uses, cfgs) : undefined;
  return flag === undefined ? undefined : { ...unclosed, flag };
}

/** A parameter is a channel of the callers: all of them must be seen, and none may close it. */
function neverClosedByCallers(parameter: Var, model: PackageModel): Unclosed | undefined {
  const sources = parameterSources(parameter, model) ?? [];
  const [first, ...others] = sources.map((source) => unclosedBy(channelUses(source, model)));
  if (!first || others.includes(undefined)) return undefined;
  return { ...first, closer: 'package', beliefs: ['callers-seen'] };
}

/** Where the ticker of a channel is made: what the variable before `.C`, or the channel's own, was declared with. */
function tickerOf(channel: Expr, info: DeclInfo): Unclosed['made'] {
  const holder = channel.kind === 'SelectorExpr' ? channel.x : channel;
  const object = holder.kind === 'Ident' ? info.objectOf(holder) : undefined;
  return object?.kind === 'Var' && object.origin?.kind === 'value'
    ? { at: object.origin.value, info: object.info }
    : undefined;
}

/** What the uses of channels say: thousands of loops may ask for one. */
const known = new WeakMap<ChannelUses, { readonly unclosed: Unclosed | undefined }>();

function unclosedBy(uses: ChannelUses): Unclosed | undefined {
  const answer = known.get(uses) ?? { unclosed: saidBy(uses) };
  known.set(uses, answer);
  return answer.unclosed;
}

/** What the uses of a channel say: nothing, where any of them closes it or hides it from us. */
function saidBy(all: ChannelUses): Unclosed | undefined {
  const { holders, uses, open } = all;
  const made = uses.find((use) => use.kind === 'made');
  if (open || !made || uses.some((use) => use.kind === 'closed')) return undefined;
  const found = { made, flag: undefined };
  // A handler of signals is mostly meant to live as long as the process.
  if (uses.some((use) => use.kind === 'registered')) return { ...found, closer: 'signal', beliefs: ['meant-to-end'] };
  if (holders.every((holder) => holder.kind === 'variable' && holder.variable.role !== 'package')) {
    return {
      ...found,
      uses: all,
      closer: 'function',
      beliefs: uses.some((use) => use.kind === 'handed') ? ['handed-on'] : [],
    };
  }
  const isField =
    holders[0]?.kind === 'field' && uses.every((use) => use.certain) && uses.some((use) => use.kind === 'sent');
  return { ...found, closer: 'package', beliefs: isField ? [] : ['callers-seen'] };
}

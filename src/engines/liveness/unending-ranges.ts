import type { Expr, Node, RangeStmt } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { Closer } from '../../findings/finding.ts';
import { step } from '../../findings/step.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { textOf } from '../../model/text-of.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { underlying } from '../../model/type.ts';
import { typeOf } from '../../model/type-of.ts';
import type { Confidence } from '../../spec.ts';
import { holderAt } from './channel.ts';
import type { ChannelUses } from './channel-uses.ts';
import { channelUses } from './channel-uses.ts';
import type { Context } from './context.ts';
import { closeByProducer } from './close-by-producer.ts';
import { canLeave, jumpsAway } from './loop-exit.ts';
import { parameterSources } from './parameter-sources.ts';
import { repeatedStart } from './repeated-start.ts';
import { siteOf, startSteps } from './site.ts';
import { stoppedTicker } from './stopped-ticker.ts';
import { isTimeChannel } from './time-channel.ts';
import { unseenFlag } from './unseen-flag.ts';
import type { Verdict } from './verdict.ts';

/** The loops over a channel that nothing closes, in goroutines that are started more than once in a process. */
export function unendingRanges(context: Context): readonly Verdict[] {
  const words = channelWords(context);
  const mayHold = (text: string): boolean => {
    const channels = [...text.matchAll(operand)].flatMap(([, whole = '', word = '']) => (words.has(word) ? [whole] : []));
    const closed = channels.length > 0 ? closedIn(text) : new Set<string>();
    return channels.some((channel) => !closed.has(channel));
  };
  return context.model.declarations(mayHold).flatMap((info) =>
    rangesIn(info)
      .filter(({ x }) => words.has(lastWord(x)))
      .flatMap((loop) => judge(loop, info, context) ?? []));
}

/** A range clause with at most one variable, and the last name of its operand: `c` of `s.c`, `Tick` of `time.Tick(d)`. */
const operand = /\bfor\s+(?:[\w\u{80}-\u{10ffff}]+\s*:?=\s*)?range\s([^\n]*?([\w\u{80}-\u{10ffff}]+))(?:\s*\{|\()/gu;

/** What a function closes, as it is written: most that range over a channel and close it start who feeds it, too. */
function closedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\bclose\(([^()\n]{1,160})\)/g)].map(([, channel = '']) => channel));
}

/** The words that may name a channel, by what stands in front of what makes one. A range over anything else is not worth parsing. */
function channelWords({ model }: Context): ReadonlySet<string> {
  return new Set(model.files.flatMap(({ source: { text } }) =>
    [...text.matchAll(sign)].flatMap(({ 0: found, index }) => [...wordsOf(found), ...namesBefore(text, index)])));
}

/** What says that something is a channel, or has one. */
const sign = /\bchan\b|\.C\b|\bTick\w*|\bNew(?:Ticker|Timer)\b/g;

/**
 * What may name a channel that something at an offset tells of: in a signature the function and the parameters right before,
 * elsewhere all of the line up to there.
 */
function namesBefore(text: string, offset: number): readonly string[] {
  const before = text.slice(Math.max(0, offset - longestLine), offset);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  if (!line.includes('func')) return wordsOf(line);
  return [...(line.match(functions) ?? []), ...lastParameters(line.slice(Math.max(line.lastIndexOf('('), line.lastIndexOf(')')) + 1))];
}

const longestLine = 400;
/** Words in front of a bracket, and of a function literal or type. */
const functions = /[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*(?=[([])|[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*(?=\s*(?::?=|:)?\s*func\b)/gu;

/** The names that share the type which stands at the end of a list of parameters: `a` and `b` of `ctx context.Context, a, b <-`. */
function lastParameters(list: string): readonly string[] {
  const parts = list.split(',').map(wordsOf);
  const first = parts.findLastIndex((words, index) => index < parts.length - 1 && words.length !== 1) + 1;
  return parts.slice(first).flatMap(([name]) => name ?? []);
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*/gu) ?? [];
}

/** The name that decides what an operand is: `c` of `s.c`, `Tick` of `time.Tick(d)`. */
function lastWord(operand: Expr): string {
  switch (operand.kind) {
    case 'Ident':
      return operand.name;
    case 'SelectorExpr':
      return operand.sel.name;
    case 'CallExpr':
      return lastWord(operand.fun);
    case 'ParenExpr':
      return lastWord(operand.x);
    default:
      return '';
  }
}

/** The range loops that a channel can have: without a second variable. */
function rangesIn(info: DeclInfo): readonly RangeStmt[] {
  const found: RangeStmt[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'RangeStmt' && !node.value) found.push(node);
  });
  return found;
}

/** A loop over a channel that nothing closes. */
interface Unclosed {
  readonly closer: Closer;
  readonly confidence: Confidence;
  /** Where it is made, where that shows. */
  readonly made: { readonly at: Node; readonly info: DeclInfo } | undefined;
  /** The field by which the loop would leave, had it a chance to see it set. */
  readonly flag: string | undefined;
  /** What is done with the channel, where all of it is in one function. */
  readonly uses?: ChannelUses;
}

function judge(loop: RangeStmt, info: DeclInfo, context: Context): Verdict | undefined {
  const func = info.enclosingFunc(loop);
  const unclosed = func && neverEnds(loop, info, context);
  const start = unclosed && repeatedStart(func, info, context, unclosed.closer === 'function');
  if (!unclosed || !start) return undefined;
  const { closer, confidence, made, flag, uses } = unclosed;
  const stop = stoppedTicker(loop.x, info, context);
  return {
    at: loop,
    info,
    fact: {
      kind: 'unending-range',
      channel: textOf(loop.x, info),
      closer,
      flag,
      started: siteOf(start.node, start.info, info),
      stopped: stop && siteOf(stop.at, stop.info, info),
    },
    level: stop ? 'error' : 'warning',
    confidence,
    steps: [...(made ? [step('made', made.at, made.info)] : []), ...startSteps(start), step('waits', loop, info)],
    fix: uses && closer === 'function' && flag === undefined ? closeByProducer(uses, info) : undefined,
  };
}

function neverEnds(loop: RangeStmt, info: DeclInfo, { model, cfgs }: Context): Unclosed | undefined {
  const { x, body } = loop;
  const jumps = jumpsAway(body, loop, info);
  if (jumps && x.kind !== 'SelectorExpr') return undefined;
  if (isTimeChannel(x, info, model)) {
    return canLeave(body, loop, info, cfgs) ? undefined : { closer: 'time', confidence: 'high', made: tickerOf(x, info), flag: undefined };
  }
  if (underlying(typeOf(x, info, model))?.kind !== 'Chan') return undefined;
  const holder = holderAt(x, info, model);
  if (holder?.kind === 'variable' && holder.variable.role === 'param') {
    return canLeave(body, loop, info, cfgs) ? undefined : neverClosedByCallers(holder.variable, model);
  }
  const uses = holder && channelUses(holder, model);
  const unclosed = uses && unclosedBy(uses);
  if (!unclosed || !canLeave(body, loop, info, cfgs)) return unclosed;
  const flag = unseenFlag(loop, info, uses, cfgs);
  return flag === undefined ? undefined : { ...unclosed, flag };
}

/** A parameter is a channel of the callers: all of them must be seen, and none may close it. */
function neverClosedByCallers(parameter: Var, model: PackageModel): Unclosed | undefined {
  const sources = parameterSources(parameter, model) ?? [];
  const [first, ...others] = sources.map((source) => unclosedBy(channelUses(source, model)));
  if (!first || others.includes(undefined)) return undefined;
  return { ...first, closer: 'package', confidence: 'medium' };
}

/** Where the ticker of a channel is made: what the variable before `.C`, or the channel's own, was declared with. */
function tickerOf(channel: Expr, info: DeclInfo): Unclosed['made'] {
  const holder = channel.kind === 'SelectorExpr' ? channel.x : channel;
  const object = holder.kind === 'Ident' ? info.objectOf(holder) : undefined;
  return object?.kind === 'Var' && object.origin?.kind === 'value' ? { at: object.origin.value, info: object.info } : undefined;
}

/** What the uses of a channel say: nothing, where any of them closes it or hides it from us. */
function unclosedBy(all: ChannelUses): Unclosed | undefined {
  const { holders, uses, open } = all;
  const made = uses.find((use) => use.kind === 'made');
  if (open || !made || uses.some((use) => use.kind === 'closed')) return undefined;
  const found = { made, flag: undefined };
  // A handler of signals is mostly meant to live as long as the process.
  if (uses.some((use) => use.kind === 'registered')) return { ...found, closer: 'signal', confidence: 'medium' };
  if (holders.every((holder) => holder.kind === 'variable' && holder.variable.role !== 'package')) {
    return { ...found, uses: all, closer: 'function', confidence: uses.some((use) => use.kind === 'handed') ? 'medium' : 'high' };
  }
  const isField = holders[0]?.kind === 'field' && uses.every((use) => use.certain) && uses.some((use) => use.kind === 'sent');
  return { ...found, closer: 'package', confidence: isField ? 'high' : 'medium' };
}

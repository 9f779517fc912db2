import { textOf } from '../../../model/text-of.ts';
import type { BranchStmt, CommClause, ForStmt, SelectStmt, Stmt } from '../../../syntax/ast.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { dereferenced } from '../../../model/types/type.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import { canLeave } from './loop-exit.ts';
import { isTimeChannel } from '../channel/time-channel.ts';
import { lastWord } from '../../../syntax/last-word.ts';

/** A clause that hears that it is time to stop, and does not. */
export interface IgnoredDone {
  readonly clause: CommClause;
  /** The break that leaves the select but not the loop; undefined where the clause does nothing at all. */
  readonly swallowed: BranchStmt | undefined;
}

/** Names of channels that say it is time to stop: `done`, `stopCh`, `closing`, `workerQuit`. */
const doneLike = new RegExp([
  '^(?:[Dd]one|[Qq]uit|[Ss]top(?:ped|ping)?|[Cc]los(?:e|ed|er|ing)|[Ee]xit|[Ss]hutdown|kill|terminate|[Cc]ancel|dying|dead)',
  '\\w(?:Done|Quit|Stop(?:ped|ping)?|Clos(?:e|ed|er|ing)|Exit|Shutdown|Kill|Cancel)',
].map((stem) => `(?:${stem}(?:_?[Cc](?:h|han|hannel)?)?$)`).join('|'));
/** Names of methods that give such a channel. */
const doneMethod = /^(?:Done|Quit|Stop(?:ped)?|Clos(?:e|ed|eNotify|ing)|Dying|Dead)$/;

/** Calls that only tell somebody about it. */
const telling =
  /\b(?:log|logger|l|fmt|glog|klog|logrus|zap|slog)\b|(?:Debug|Info|Warn|Error|Trace|Print)(?:f|ln|w|Context)?$/i;

/**
 * The clause of a select directly in the loop that receives from a done channel and only breaks out of the select,
 * stops a ticker or writes a line to the log, while nothing around the select leaves the loop either. The author wanted
 * a way out, and there is none. The loop need not belong to a goroutine.
 */
export function ignoredDone(
  loop: ForStmt,
  info: DeclInfo,
  cfgs: FunctionCfgs,
  model: PackageModel,
): IgnoredDone | undefined {
  for (const select of loop.body.list) {
    if (select.kind !== 'SelectStmt') continue;
    const found = select.body
      .filter((clause) => isDoneClause(clause, info, model))
      .map((clause) => ({ clause, swallowed: swallowedBreak(clause) }))
      .find((each) => isIgnored(each, select, loop, info, cfgs, model));
    if (found) return found;
  }
  return undefined;
}

/** A clause that does something about it and ends with a break is one only where nothing at all leaves the loop. */
function isIgnored(
  { clause, swallowed }: IgnoredDone,
  select: SelectStmt,
  loop: ForStmt,
  info: DeclInfo,
  cfgs: FunctionCfgs,
  model: PackageModel,
): boolean {
  const idle = isIdle(clause, info, model);
  if (!idle && !swallowed) return false;
  const parts = loop.body.list.filter((stmt) => stmt !== select || !swallowed || !idle);
  return !parts.some((part) => canLeave(part, loop, info, cfgs));
}

/** The break at the end of a clause: it leaves the select and nothing else. */
function swallowedBreak({ body }: CommClause): BranchStmt | undefined {
  const last = body[body.length - 1];
  return last?.kind === 'BranchStmt' && last.tok === 'break' && !last.label ? last : undefined;
}

function isDoneClause({ comm }: CommClause, info: DeclInfo, model: PackageModel): boolean {
  const channel = comm?.kind === 'ExprStmt' && comm.x.kind === 'UnaryExpr' ? comm.x.x : undefined;
  if (!channel || isTimeChannel(channel, info, model)) return false;
  if (channel.kind === 'CallExpr') return channel.args.length === 0 && doneMethod.test(lastWord(channel.fun));
  return doneLike.test(lastWord(channel)) && !/timer|tick/i.test(lastWord(channel));
}

function isIdle({ body }: CommClause, info: DeclInfo, model: PackageModel): boolean {
  return body.every((stmt, index) => {
    if (stmt.kind === 'BranchStmt')
      return !stmt.label && (stmt.tok === 'break' || stmt.tok === 'continue') && index === body.length - 1;
    return stmt.kind === 'EmptyStmt' || isTelling(stmt, info) || stopsTicking(stmt, info, model);
  });
}

/** `ticker.Stop()`: the loop gets no more ticks, and goes on. */
function stopsTicking(stmt: Stmt, info: DeclInfo, model: PackageModel): boolean {
  const fun = stmt.kind === 'ExprStmt' && stmt.x.kind === 'CallExpr' ? stmt.x.fun : undefined;
  if (fun?.kind !== 'SelectorExpr' || fun.sel.name !== 'Stop') return false;
  const type = dereferenced(typeOf(fun.x, info, model));
  return type?.kind === 'Foreign' && type.path === 'time' && (type.name === 'Ticker' || type.name === 'Timer');
}

function isTelling(stmt: Stmt, info: DeclInfo): boolean {
  if (stmt.kind !== 'ExprStmt' || stmt.x.kind !== 'CallExpr') return false;
  const { fun } = stmt.x;
  return telling.test(textOf(fun, info));
}

import type { Declaration } from '../../../syntax/source-file.ts';
import { hasKind } from '../../../syntax/token/token-range.ts';
import { ARROW, FUNC, GO, LPAREN } from '../../../syntax/token/token-kind.ts';
import type { CallExpr, Expr, FuncLit, GoStmt, Node, Stmt, UnaryExpr } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import type { FoundExit } from '../../../flow/first-exit.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import type { Search } from '../../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import type { DeclInfo, FuncNode } from '../../../model/info.ts';
import { runsOnce } from '../../../model/code/lifetime.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { shownText, textOf } from '../../../model/text-of.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import { callRole, literalRole } from '../../../model/code/use.ts';
import type { Context } from '../context.ts';
import { endsOnlyOwner } from './ends-on-its-own.ts';
import { inProgramFolder } from '../start/program-folder.ts';
import { does } from '../channel/receiving.ts';
import { sharedEnds } from './ends-with-caller.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';
import { lastWord } from '../../../syntax/last-word.ts';
import { sameExpr } from '../../../model/same-expr.ts';

/** A goroutine that a function starts, and that first of all waits for the context of somebody else to end. */
interface Watcher {
  readonly start: GoStmt;
  readonly literal: FuncLit;
  readonly wait: UnaryExpr;
  /**
   * The context, as the function around the literal has it; undefined where it waits for `CloseNotify` of a request.
   */
  readonly context: Expr | undefined;
  readonly owner: FuncNode;
  readonly info: DeclInfo;
}

/**
 * Goroutines that only wait for a context, to end something of a function when it is over, while the function ends that
 * itself and returns: from then on they wait for nothing. The context may live as long as the program, which does not
 * show, so this is worth a note. Or they wait for the connection of a request to close.
 */
export function contextWaits(context: Context): readonly Verdict[] {
  const { model } = context;
  return model.declarations(mayHold).filter(({ file }) => file.report).flatMap((info) => {
    if (inProgramFolder(info) || model.name === 'main') return [];
    return watchersIn(info, model).flatMap((watcher) => verdict(watcher, context));
  });
}

/** A goroutine that is a literal, and something that it may wait for. */
function mayHold(declaration: Declaration): boolean {
  return (
    hasKind(declaration, ARROW)
    && hasKind(declaration, GO, ({ kinds }, at) => kinds[at + 1] === FUNC || kinds[at + 1] === LPAREN)
  );
}

/** More goroutines of one declaration are not judged: each of them is compared with the whole function. */
const watcherLimit = 16;

function watchersIn(info: DeclInfo, model: PackageModel): readonly Watcher[] {
  const found: Watcher[] = [];
  walk(info.decl, (start) => {
    if (found.length >= watcherLimit) return;
    const call = start.kind === 'GoStmt' && start.call.kind === 'CallExpr' ? start.call : undefined;
    const owner = call && info.enclosingFunc(call);
    if (start.kind !== 'GoStmt' || call?.fun.kind !== 'FuncLit' || !owner || runsOnce(owner, info, model)) return;
    const wait = waitAtFirst(call.fun);
    const context = wait && contextOf(wait, call, info, model);
    if (wait && (context || isCloseNotify(wait.x, info)))
      found.push({ start, literal: call.fun, wait, context, owner, info });
  });
  return found;
}

/**
 * `w.CloseNotify()` of net/http, or a variable that holds its result: it tells of the connection, which serves other
 * requests as well.
 */
function isCloseNotify(channel: Expr, info: DeclInfo): boolean {
  if (channel.kind === 'CallExpr') return channel.fun.kind === 'SelectorExpr' && channel.fun.sel.name === 'CloseNotify';
  const object = channel.kind === 'Ident' ? info.objectOf(channel) : undefined;
  const value =
    object?.kind === 'Var' && object.role === 'local' && object.origin?.kind === 'value'
      ? object.origin.value
      : undefined;
  return value?.kind === 'CallExpr' && isCloseNotify(value, info);
}

/** The receive that a literal begins with, deferred calls left out; a select with this one clause is the same. */
function waitAtFirst({ body }: FuncLit): UnaryExpr | undefined {
  const stmt = body.list.find((each) => each.kind !== 'DeferStmt');
  const [clause, ...others] = stmt?.kind === 'SelectStmt' ? stmt.body : [];
  const first = clause && others.length === 0 ? clause.comm : stmt;
  return first?.kind === 'ExprStmt' && first.x.kind === 'UnaryExpr' && first.x.op === '<-' ? first.x : undefined;
}

/**
 * The context that a receive waits for, if it comes from outside of the function: a parameter that is never set, or a
 * field. So does a parameter that is a channel to receive from: `func (s *server) read(cancel <-chan struct{})`.
 */
function contextOf({ x }: UnaryExpr, call: CallExpr, info: DeclInfo, model: PackageModel): Expr | undefined {
  if (x.kind === 'Ident') {
    const channel = argumentOf(x, call, info);
    const type = channel && typeOf(channel, info, model);
    return channel && type?.kind === 'Chan' && type.dir === 'recv' && isGiven(channel, info) ? channel : undefined;
  }
  if (x.kind !== 'CallExpr' || x.fun.kind !== 'SelectorExpr' || x.fun.sel.name !== 'Done') return undefined;
  const context = argumentOf(x.fun.x, call, info);
  const type = context && typeOf(context, info, model);
  if (!context || type?.kind !== 'Foreign' || type.path !== 'context' || type.name !== 'Context') return undefined;
  if (context.kind === 'SelectorExpr') return context;
  return isGiven(context, info) ? context : undefined;
}

/** A parameter that is never set. */
function isGiven(expr: Expr, info: DeclInfo): boolean {
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  return object?.kind === 'Var' && object.role === 'param'
    && !info.usesOf(object).some((ident) => info.parent(ident)?.kind === 'AssignStmt');
}

/** What a parameter of the literal is given where it is started; any other expression itself. */
function argumentOf(expr: Expr, { fun, args }: CallExpr, info: DeclInfo): Expr | undefined {
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  if (object?.kind !== 'Var' || object.role !== 'param' || object.func !== fun || fun.kind !== 'FuncLit') return expr;
  return args[fun.type.params.flatMap((field) => field.names).indexOf(object.ident)];
}

/**
 * How the work of a watcher is over before what it waits for: the call that ends it, if there is one, and the way out.
 */
interface Over {
  readonly end: CallExpr | undefined;
  readonly exit: FoundExit;
}

function overBefore(watcher: Watcher, context: Context): Over | undefined {
  const { literal, wait, owner, info } = watcher;
  const ends = watcher.context ? sharedEnds(literal, wait, owner, info) : [];
  for (const end of ends.slice(0, watcherLimit)) {
    const exit = exitWithoutContext(watcher, context, end);
    if (exit) return { end, exit };
  }
  if (watcher.context && !endsOnlyOwner(literal, wait, owner, info, context.model)) return undefined;
  const exit = exitWithoutContext(watcher, context, undefined);
  return exit && { end: undefined, exit };
}

function verdict(watcher: Watcher, context: Context): readonly Verdict[] {
  const { start, wait, info } = watcher;
  const over = overBefore(watcher, context);
  if (!over) return [];
  const { end, exit } = over;
  return [
    {
      at: wait,
      info,
      fact: {
        kind: 'context-wait',
        waits: shownText(wait, info),
        started: lineOf(start.pos, info),
        end: end && { call: textOf(end, info), line: lineOf(end.pos, info) },
        line: lineOf(exit.exit.span.pos, info),
        until: !watcher.context ? 'connection' : wait.x.kind === 'CallExpr' ? 'context' : 'channel',
      },
      evidence: { ...restingOn('context-lasts'), relief: watcher.context ? 'parent' : undefined },
      steps: [
        step('started', start, info),
        step('waits', wait, info),
        ...branches(exit.path, info),
        step('exit', exit.exit.span, info),
      ],
    },
  ];
}

/** Calls that serve until somebody ends them: what they return for is mostly that end. */
const serving = /^(?:Serve|ListenAndServe|Accept|Run|Loop)/;

/**
 * A way on which the function returns by itself: not for the end of the context, and not out of a loop without a
 * condition, which serves until then.
 */
function exitWithoutContext(
  { start, wait, literal, owner, info }: Watcher, { cfgs }: Context, end: CallExpr | undefined,
): FoundExit | undefined {
  const cfg = cfgs.of(owner, info);
  const point = cfg && pointAt(cfg, start);
  if (!cfg || !point) return undefined;
  const endsWithIt = (node: Node): boolean => {
    if (node.kind === 'UnaryExpr') return node.op === '<-' && sameExpr(node.x, wait.x, info);
    return node.kind === 'CallExpr' && node.fun !== literal && serving.test(lastWord(node.fun));
  };
  const search: Search = {
    node: (node) => (does(node, endsWithIt, info) || isInServingLoop(node, start, info) ? 'cut' : 'pass'),
    feasible: () => true,
  };
  if (!end || isDeferred(end, owner, info)) return firstExit(findPaths(after(point), search), cfg, info);
  // What ends it on the way of an error before the start says nothing about the goroutine.
  const isEnd = (node: Stmt | Expr): boolean => node.pos <= end.pos && end.end <= node.end;
  const ends = findPaths(after(point), { ...search, node: (node) => (isEnd(node) ? 'hit' : search.node(node)) });
  const ended = ends.some(({ hit }) => hit !== undefined) ? pointAt(cfg, end) : undefined;
  return ended && firstExit(findPaths(after(ended), search), cfg, info);
}

/** Whether a call comes when the function ends: deferred, or in a literal that is. */
function isDeferred(call: CallExpr, owner: FuncNode, info: DeclInfo): boolean {
  if (callRole(call, info) === 'deferred') return true;
  const func = info.enclosingFunc(call);
  return func !== owner && func?.kind === 'FuncLit' && literalRole(func, info) === 'deferred';
}

/** A loop without a condition that does not hold the start of the goroutine as well. */
function isInServingLoop(node: Node, start: GoStmt, info: DeclInfo): boolean {
  for (let loop = loopAround(node, info); loop; loop = loopAround(loop, info)) {
    if (loop.kind === 'ForStmt' && !loop.cond && !(loop.pos <= start.pos && start.end <= loop.end)) return true;
  }
  return false;
}

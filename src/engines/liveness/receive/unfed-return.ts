import type { Declaration } from '../../../syntax/source-file.ts';
import { hasKind, hasName } from '../../../syntax/token/token-range.ts';
import { isReceivedFrom } from '../../../syntax/token/token-place.ts';
import { GO } from '../../../syntax/token/token-kind.ts';
import type { Expr, FuncLit, Node, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import type { FoundExit } from '../../../flow/first-exit.ts';
import { firstExit } from '../../../flow/first-exit.ts';
import type { Point } from '../../../flow/paths.ts';
import { after, entryOf, findPaths, pointAt } from '../../../flow/paths.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { callRole, literalRole } from '../../../model/code/use.ts';
import type { Context } from '../context.ts';
import type { LocalChannel } from '../channel/local-channels.ts';
import type { Operation } from '../channel/operation.ts';
import { operationOf } from '../channel/operation.ts';
import { inProgramFolder } from '../start/program-folder.ts';
import { does } from '../channel/receiving.ts';
import type { Verdict } from '../verdict.ts';
import { restingOn } from '../verdict.ts';

/**
 * The plain receive from a channel that one goroutine of the function is to feed or close, and that it leaves alone
 * where it returns for an error. Whether the error ever comes does not show, so this is worth a note.
 */
export function unfedReturn(channel: LocalChannel, context: Context): readonly Verdict[] {
  const owned = inProgramFolder(channel.info) ? undefined : sceneOf(channel);
  return owned ? judge(owned, context) : [];
}

/** Whether a declaration may hold a receive from the channel of that name, and a goroutine that feeds it. */
export function mayMissError(name: string, declaration: Declaration): boolean {
  return hasKind(declaration, GO) && hasName(declaration, name, isReceivedFrom);
}

/** A channel with the one goroutine that feeds it, and the one receive. */
interface OwnedChannel {
  readonly channel: LocalChannel;
  readonly literal: FuncLit;
  readonly feeders: readonly Operation[];
  readonly receive: Expr;
}

function sceneOf(channel: LocalChannel): OwnedChannel | undefined {
  const { owner, info, uses } = channel;
  const operations = uses.uses.flatMap((use) =>
    use.kind === 'sent' || use.kind === 'received' || use.kind === 'closed' ? [operationOf(use, owner)] : []);
  const feeders = operations.filter(({ use }) => use.kind !== 'received');
  const [only, ...others] = operations.filter(({ use }) => use.kind === 'received');
  const literal = feeders[0]?.literal;
  if (!literal || literalRole(literal, info) !== 'goroutine' || loopAround(literal, info)) return undefined;
  if (!feeders.every((each) => each.literal === literal && feedsInPlace(each, literal))) return undefined;
  const receive = only && others.length === 0 ? plainReceive(only) : undefined;
  return receive && { channel, literal, feeders, receive };
}

/**
 * Whether the goroutine's own function does it when it gets there, not deferred and not in a function that it calls or
 * keeps.
 */
function feedsInPlace({ use }: Operation, literal: FuncLit): boolean {
  const isDeferred = use.kind === 'closed' && callRole(use.call, use.info) !== undefined;
  return !use.via && !isDeferred && use.info.enclosingFunc(use.at) === literal;
}

/** A receive of the owner itself that nothing competes with, and that it comes to at most once. */
function plainReceive({ use, moment, literal }: Operation): Expr | undefined {
  if (use.kind !== 'received' || use.node.kind !== 'UnaryExpr' || use.arm || use.via || moment !== 'here' || literal)
    return undefined;
  return loopAround(use.node, use.info) ? undefined : use.node;
}

function judge({ channel, literal, feeders, receive }: OwnedChannel, { cfgs }: Context): readonly Verdict[] {
  const { info, owner, variable, make } = channel;
  const cfg = cfgs.of(owner, info);
  const start = cfg && pointAt(cfg, literal);
  const node = start?.block.nodes[start.index];
  if (!start || !node || !isNext(receive, after(start), info)) return [];
  const exit = returnForError(literal, feeders, info, cfgs);
  if (!exit) return [];
  return [
    {
      at: receive,
      info,
      fact: {
        kind: 'unfed-return',
        channel: variable.name,
        started: lineOf(node.pos, info),
        line: lineOf(exit.exit.span.pos, info),
      },
      evidence: { ...restingOn('error-comes'), ways: 'error' },
      steps: [
        step('made', make, info),
        step('started', node, info),
        ...branches(exit.path, info),
        step('exit', exit.exit.span, info),
        step('receives', receive, info),
      ],
    },
  ];
}

/**
 * Whether the receive is the first thing that the owner waits for after the start: what it hears before may tell it of
 * the error.
 */
function isNext(receive: Expr, start: Point, info: DeclInfo): boolean {
  const receives = (node: Node): boolean => node.pos <= receive.pos && receive.end <= node.end;
  const paths = findPaths(start, {
    node: (node) => (receives(node) ? 'hit' : does(node, isWait, info) ? 'cut' : 'pass'),
    feasible: () => true,
  });
  return paths.some(({ hit }) => hit !== undefined);
}

function isWait(node: Node): boolean {
  if (node.kind === 'UnaryExpr') return node.op === '<-';
  return node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && /^(?:Wait|Lock|RLock)/.test(node.fun.sel.name);
}

/** A way on which a goroutine returns for an error before it has fed the channel. */
function returnForError(
  literal: FuncLit,
  feeders: readonly Operation[],
  info: DeclInfo,
  cfgs: Context['cfgs'],
): FoundExit | undefined {
  const cfg = cfgs.of(literal, info);
  if (!cfg) return undefined;
  const isFed = (node: Node): boolean => feeders.some(({ use }) => node.pos <= use.at.pos && use.at.end <= node.end);
  const paths = findPaths(entryOf(cfg), { node: (node) => (isFed(node) ? 'cut' : 'pass'), feasible: () => true });
  const last = ({ nodes }: { readonly nodes: readonly (Stmt | Expr)[] }): Stmt | Expr | undefined =>
    nodes[nodes.length - 1];
  return firstExit(
    paths.filter(({ end }) => end.exit === 'return' && isForError(last(end), info)),
    cfg,
    info,
  );
}

/** Whether a return is the direct consequence of `x != nil`. */
function isForError(stmt: Stmt | Expr | undefined, info: DeclInfo): boolean {
  const block = stmt && info.parent(stmt);
  const test = block && info.parent(block);
  return (
    test?.kind === 'IfStmt'
    && test.body === block
    && someNode(
      test.cond,
      (node) => node.kind === 'BinaryExpr' && node.op === '!=' && node.y.kind === 'Ident' && node.y.name === 'nil',
    )
  );
}

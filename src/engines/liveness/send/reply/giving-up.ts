import type { Node, SelectStmt, Stmt } from '../../../../syntax/ast.ts';
import { someNode } from '../../../../syntax/walk.ts';
import type { Cfg } from '../../../../flow/cfg.ts';
import { after, findPaths, pointAt } from '../../../../flow/paths.ts';
import type { DeclInfo, FuncNode } from '../../../../model/info.ts';
import type { Holder } from '../../channel/channel.ts';
import type { ChannelUse } from '../../channel/channel-uses.ts';
import type { Context } from '../../context.ts';
import { isOwnReason } from '../own-reason.ts';
import { isWithin } from '../../../../syntax/span.ts';

/** A clause in which a function leaves that waits for an answer, and the channel with it. */
export interface GivingUp {
  readonly clause: Stmt;
  readonly waiter: FuncNode;
  readonly info: DeclInfo;
}

type Receive = Extract<ChannelUse, { kind: 'received' }>;

/**
 * A select that waits for the answer to a request of its own function and leaves for the caller's own sake, at a
 * deadline or the end of its context, without a look back at the request: nobody is told, and nobody receives any more.
 * Undefined where that does not show.
 */
export function givingUp(
  uses: readonly ChannelUse[],
  holders: readonly Holder[],
  context: Context,
): GivingUp | undefined {
  const receives = uses.filter((use): use is Receive => use.kind === 'received');
  const makers = new Set(uses.flatMap(({ kind, at, info }) => (kind === 'made' ? [info.enclosingFunc(at)] : [])));
  for (const { node, at, arm, info } of receives) {
    const waiter = info.enclosingFunc(node);
    if (!arm || !waiter || waiter.kind === 'FuncLit') continue;
    // A helper that waits for the request of others: who calls it must not receive as well.
    const isGiven = isParameter(at, info) && receives.every((each) => each.info.enclosingFunc(each.node) === waiter);
    if (!makers.has(waiter) && !isGiven) continue;
    const cfg = context.cfgs.of(waiter, info);
    const clause = cfg && leavingClause(arm.select, receives, { info, cfg, holders, context });
    if (clause) return { clause, waiter, info };
  }
  return undefined;
}

/** `r.reply` where `r` is a parameter. */
function isParameter(node: Node, info: DeclInfo): boolean {
  const object = objectOf(node, info);
  return node.kind === 'SelectorExpr' && object?.kind === 'Var' && object.role === 'param';
}

interface Waiting {
  readonly info: DeclInfo;
  readonly cfg: Cfg;
  readonly holders: readonly Holder[];
  readonly context: Context;
}

function leavingClause(select: SelectStmt, receives: readonly Receive[], waiting: Waiting): Stmt | undefined {
  const { info, cfg, context } = waiting;
  const requests = requestsIn(receives, waiting);
  const isTold = (node: Node): boolean =>
    someNode(node, (each) => each.kind === 'Ident' && requests.has(info.objectOf(each)));
  if (someNode(info.decl, (node) => node.kind === 'DeferStmt' && isTold(node))) return undefined;
  for (const { comm } of select.body) {
    if (!comm || receives.some(({ node }) => isWithin(node, comm)) || !isOwnReason(comm, info, context)) continue;
    const point = pointAt(cfg, comm);
    const leaves = point && findPaths(after(point), {
      node: (node) => (isTold(node) ? 'cut' : 'pass'),
      feasible: () => true,
    }).some(({ hit }) => hit === undefined);
    if (leaves) return comm;
  }
  return undefined;
}

/** The variables of a function that hold the channel, or the value that has it as a field: `r` of `<-r.reply`. */
function requestsIn(receives: readonly Receive[], { info, holders }: Waiting): ReadonlySet<unknown> {
  const roots = receives.flatMap(({ at, info: where }) => (where === info ? [objectOf(at, info)] : []));
  return new Set(
    [...roots, ...holders.flatMap((each) => (each.kind === 'variable' ? [each.variable] : []))].filter(
      (each) => each !== undefined,
    ),
  );
}

function objectOf(node: Node, info: DeclInfo): ReturnType<DeclInfo['objectOf']> {
  if (node.kind === 'SelectorExpr') return objectOf(node.x, info);
  return node.kind === 'Ident' ? info.objectOf(node) : undefined;
}

import type { CallExpr, CommClause, Expr, Node, Stmt } from '../../../syntax/ast.ts';
import { branches } from '../../../findings/branches.ts';
import { step } from '../../../findings/step.ts';
import type { Cfg } from '../../../flow/cfg.ts';
import { evaluated } from '../../../flow/evaluated.ts';
import type { Path, Search } from '../../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import { isSetToNil } from '../../../model/code/disarms-itself.ts';
import { constantDuration } from '../../../model/code/constant-duration.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import { lineOf } from '../../../model/line-of.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { receivedFrom } from '../../../model/code/received-from.ts';
import { isShortLoop } from '../../../model/code/short-loop.ts';
import { shownText } from '../../../model/text-of.ts';
import { isUnbounded } from '../../../model/code/unbounded-loop.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Context } from '../context.ts';
import { firstArgument } from '../find/first-argument.ts';
import { feasibleFrom } from '../ways/feasible.ts';
import { identOf } from '../hold/ident-of.ts';
import type { Verdict } from '../verdict.ts';
import { evidenceOf, resourceOf } from '../verdict.ts';
import { sameExpr } from '../../../model/same-expr.ts';

/**
 * Whether a loop comes round to make the next one while this one is still pending: by way of another clause of the
 * select, say. If every other clause leaves the loop, the next pass needs this one to have fired.
 */
export function pendingEachPass(
  acquisition: Acquisition,
  func: FuncNode,
  holder: Var | undefined,
  context: Context,
): Verdict | undefined {
  const { call, info } = acquisition;
  const duration = firstArgument(acquisition);
  const cfg = context.cfgs.of(func, info);
  const point = cfg && pointAt(cfg, call);
  const node = point?.block.nodes[point.index];
  if (!cfg || !node || call.kind !== 'CallExpr') return undefined;
  // Received from on the spot: only the other clauses of the select leave it pending.
  const starts = evaluated(call, cfg, info).slice(holder ? 0 : 1);
  const search: Search = {
    node: (each) =>
      comesOnce(each, call, info) || firesLater(each, call, info) ? 'cut' : meaningOf(each, node, holder, info),
    feasible: feasibleFrom(call, holder, info),
  };
  const found = findPaths(starts, search).filter((path) => path.hit !== undefined);
  const round =
    found.find((path) => path.hit === node)
    ?? found.find((path) => path.hit && comesBack(path.hit, node, cfg, acquisition));
  const loop = round && loopAround(call, info);
  if (!round || !loop || isShortLoop(loop, info)) return undefined;
  const bounded = isShort(duration, info) || !goesOn(loop, starts, search, cfg, info, context);
  const clause = clauseOf(round, call, info);
  return {
    fact: {
      kind: 'pending-each-pass',
      resource: resourceOf(acquisition, holder?.name, context),
      duration: duration && !acquisition.lookalike ? shownText(duration, info) : undefined,
      line: lineOf(loop.pos, info),
      clause: clause && {
        text: clause.comm ? `case ${shownText(clause.comm, info)}` : 'default',
        line: lineOf(clause.pos, info),
      },
      bounded,
    },
    evidence: evidenceOf(acquisition, bounded ? { relief: 'soon-over', beliefs: ['pending'] } : {}),
    steps: [step('acquired', call, info), ...branches(round, info).slice(0, 1), step('loop', loop, info)],
  };
}

/** A mention of the holder may stop, take or re-arm it; `hit` where it is dropped, or made again. */
function meaningOf(
  node: Stmt | Expr,
  acquiring: Node,
  holder: Var | undefined,
  info: DeclInfo,
): 'pass' | 'cut' | 'hit' {
  if (node === acquiring) return 'hit';
  if (isEndOfOwner(node)) return 'cut';
  const uses = holder ? info.usesOf(holder).filter((ident) => node.pos <= ident.pos && ident.end <= node.end) : [];
  const kinds = uses.map((ident) => useOf(ident, info).kind).filter((kind) => kind !== 'compared');
  if (kinds.length === 0) return 'pass';
  return kinds.every((kind) => kind === 'assigned') ? 'hit' : 'cut';
}

/**
 * A clause that hears of the end is taken once, whatever it does then: the loop leaves at its head, or it spins, which
 * is another matter.
 */
function isEndOfOwner(node: Stmt | Expr): boolean {
  const received = receivedFrom(node);
  if (!received) return false;
  const channel = received.kind === 'CallExpr' ? received.fun : received;
  const name = channel.kind === 'SelectorExpr' ? channel.sel.name : channel.kind === 'Ident' ? channel.name : '';
  return /(?:done|quit|exit|stop|stopped|stopping|close|closed|closing|shutdown|dying|dead|term|kill|abort|cancel|cancell?ed)(?:c|ch|chan|channel|signal)?$/i.test(
    name,
  );
}

/**
 * Whether a clause is taken once: it receives from what fires once, `timeout := time.After(d)` from before the loop, or
 * switches itself off by setting its channel to nil in the clause that makes the timer.
 */
function comesOnce(node: Stmt | Expr, call: CallExpr, info: DeclInfo): boolean {
  const clause = info.parent(node);
  const received = clause?.kind === 'CommClause' ? receivedFrom(node) : undefined;
  const channel = received && identOf(received, info);
  if (!clause || !channel) return false;
  const { origin } = channel;
  const assigned = info.usesOf(channel).filter((ident) => useOf(ident, info).kind === 'assigned');
  if (origin?.kind === 'value' && origin.value.kind === 'CallExpr' && assigned.length === 0)
    return isOneShot(origin.value);
  return (
    clause.pos <= call.pos
    && call.end <= clause.end
    && assigned.some((ident) => clause.pos <= ident.pos && ident.end <= clause.end && isSetToNil(ident, info))
  );
}

/**
 * Whether a clause waits for another timer that is made in the same pass and takes as long or longer: then this one has
 * fired, too.
 */
function firesLater(node: Stmt | Expr, call: CallExpr, info: DeclInfo): boolean {
  const received = info.parent(node)?.kind === 'CommClause' ? receivedFrom(node) : undefined;
  if (received?.kind !== 'CallExpr' || received === call || !isOneShot(received)) return false;
  const [own, other] = [call.args[0], received.args[0]];
  if (!own || !other) return false;
  const [short, long] = [constantDuration(own, info), constantDuration(other, info)];
  return sameExpr(own, other, info) || (short !== undefined && long !== undefined && short <= long);
}

function isOneShot({ fun }: CallExpr): boolean {
  return fun.kind === 'SelectorExpr' && fun.sel.name === 'After';
}

/** Less than a second is over before it piles up. */
function isShort(duration: Expr | undefined, info: DeclInfo): boolean {
  const value = duration && constantDuration(duration, info);
  return value !== undefined && value < 1e9;
}

/** Whether what dropped it leads on to the next one. */
function comesBack(dropped: Stmt | Expr, node: Node, cfg: Cfg, { call, info }: Acquisition): boolean {
  const point = pointAt(cfg, dropped);
  const search: Search = {
    node: (each) => (each === node ? 'hit' : 'pass'),
    feasible: feasibleFrom(call, undefined, info),
  };
  return point !== undefined && findPaths(after(point), search).some((path) => path.hit !== undefined);
}

/** Whether the loop, or one around it that it comes back to, goes on as long as its goroutine does. */
function goesOn(
  inner: NonNullable<ReturnType<typeof loopAround>>,
  starts: Parameters<typeof findPaths>[0],
  search: Search,
  cfg: Cfg,
  info: DeclInfo,
  { model }: Context,
): boolean {
  if (isUnbounded(inner, info, model)) return true;
  for (let loop = loopAround(inner, info); loop; loop = loopAround(loop, info)) {
    if (!isUnbounded(loop, info, model)) continue;
    const { body } = loop;
    const first = cfg.places.find((place) => place.node.pos >= body.pos && place.node.end <= body.end)?.node;
    const toHead: Search = {
      ...search,
      node: (each) => (each === first ? 'hit' : search.node(each) === 'cut' ? 'cut' : 'pass'),
    };
    return findPaths(starts, toHead).some((path) => path.hit !== undefined);
  }
  return false;
}

/** The first clause of a select on a way; that in which the timer is made only where there is no other. */
function clauseOf(path: Path, call: CallExpr, info: DeclInfo): CommClause | undefined {
  const clauses = path.blocks.flatMap(({ nodes: [first] }) => {
    const parent = first && info.parent(first);
    return parent?.kind === 'CommClause' ? [parent] : [];
  });
  return clauses.find(({ pos, end }) => !(pos <= call.pos && call.end <= end)) ?? clauses[0];
}

import { closesBare } from '../../../edits/closes-bare.ts';
import { hasGoto } from '../../../edits/has-goto.ts';
import { replace } from '../../../edits/replace.ts';
import { soleAssignment } from '../../../edits/sole-assignment.ts';
import type { Fix } from '../../../findings/finding.ts';
import type { FunctionCfgs } from '../../../flow/function-cfg.ts';
import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { Expr, FuncLit, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Context } from '../context.ts';
import type { ChannelUse } from '../channel/channel-uses.ts';
import type { LocalChannel } from '../channel/local-channels.ts';
import { senderCount } from './count/sender-count.ts';

type Send = Extract<ChannelUse, { kind: 'sent' }>;

/**
 * `make(chan T, n)`, so that no send ever waits. Certain where each `make` belongs to n goroutines, each of which sends
 * at most once, and nobody can tell a send that waits from one that does not:
 * - all senders are literals that go statements of the same list start, once for each make; or one literal, started
 *   once in each pass of a loop in that list over a slice whose variable never changes: then n is its length;
 * - a send is the last thing its goroutine does, deferred calls included, and no clause of a select that would now win;
 * - besides that the channel is only received from, and closed by the only one who sends; nobody asks for its length.
 */
export function roomForSends(
  { uses, variable, make, info, owner }: LocalChannel,
  { cfgs, model }: Context,
): Fix | undefined {
  const assignment = soleAssignment(make, info);
  const [type, ...more] = make.args;
  if (!assignment?.declares || !type || more.length > 0 || !uses.uses.every((use) => isPlain(use, info)))
    return undefined;
  if (uses.uses.filter((use) => use.kind === 'made').length !== 1 || hasGoto(owner)) return undefined;
  const sends = uses.uses.filter((use) => use.kind === 'sent');
  const senders = new Set(sends.map(({ stmt }) => info.enclosingFunc(stmt)));
  const literals = [...senders].flatMap((func) => (func?.kind === 'FuncLit' ? [func] : []));
  const capacity = literals.length === senders.size ? senderCount(literals, assignment.stmt, info, model) : undefined;
  if (capacity === undefined || !literals.every((literal) => sendsLast(literal, sends, variable, info, cfgs)))
    return undefined;
  const isClosedBySender = (use: ChannelUse): boolean =>
    use.kind === 'closed' && capacity === '1' && senders.has(info.enclosingFunc(use.call));
  if (!uses.uses.every((use) => use.kind !== 'closed' || isClosedBySender(use))) return undefined;
  const isBare = closesBare(type, make, info);
  const edit = isBare ? replace(type.end, type.end, `, ${capacity}`, info) : undefined;
  return edit && { kind: 'buffer', channel: variable.name, capacity, edits: [edit] };
}

function isPlain(use: ChannelUse, info: DeclInfo): boolean {
  if (use.via || use.info !== info) return false;
  return use.kind === 'sent' ? !use.arm : use.kind === 'made' || use.kind === 'received' || use.kind === 'closed';
}

/** Whether nothing happens in a goroutine once it has sent, but for the close of the channel. */
function sendsLast(
  literal: FuncLit,
  sends: readonly Send[],
  variable: Var,
  info: DeclInfo,
  cfgs: FunctionCfgs,
): boolean {
  const cfg = cfgs.of(literal, info);
  const isClose = (expr: Expr): boolean =>
    expr.kind === 'CallExpr'
    && expr.fun.kind === 'Ident'
    && expr.fun.name === 'close'
    && expr.args[0]?.kind === 'Ident'
    && info.objectOf(expr.args[0]) === variable;
  const isNothing = (node: Stmt | Expr): boolean =>
    (node.kind === 'ReturnStmt' && node.results.length === 0)
    || node.kind === 'BranchStmt'
    || node.kind === 'EmptyStmt'
    || (node.kind === 'ExprStmt' && isClose(node.x));
  const defersMore = someNode(
    literal,
    (node) => node.kind === 'DeferStmt' && info.enclosingFunc(node) === literal && !isClose(node.call),
  );
  return (
    cfg !== undefined
    && !defersMore
    && sends
      .filter(({ stmt }) => info.enclosingFunc(stmt) === literal)
      .every(({ stmt }) => {
        const point = pointAt(cfg, stmt);
        const paths =
          point
          && findPaths(after(point), { node: (node) => (isNothing(node) ? 'pass' : 'hit'), feasible: () => true });
        return paths !== undefined && !paths.some((path) => path.hit !== undefined);
      })
  );
}

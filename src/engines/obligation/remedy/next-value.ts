import { after, findPaths, pointAt } from '../../../flow/paths.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import type { Expr, Node, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { Acquisition } from '../find/acquisition.ts';
import type { Duty } from '../ways/duty.ts';
import { companionOf } from './remedy.ts';

/**
 * Whether what a statement assigns is made from what came with the resource: `ctx, cancel = context.WithTimeout(ctx,
 * d)`.
 */
export function isDerived(statement: Stmt | Expr, acquisition: Acquisition): boolean {
  const companion = companionOf(acquisition);
  return companion !== undefined && statement.kind === 'AssignStmt'
    && statement.rhs.some((value) => mentions(value, companion, acquisition.info));
}

/** Whether a deferred call releases what the variable holds once a statement has given it another value. */
export function isCovered(statement: Stmt | Expr, { cfg, effects: { effects } }: Duty): boolean {
  const start = pointAt(cfg, statement);
  return effects.some(
    ({ kind, node }) =>
      kind === 'late-deferred'
      || (kind === 'deferred'
        && start !== undefined
        && findPaths(after(start), { node: (each) => (each === node ? 'hit' : 'pass'), feasible: () => true }).some(
          ({ hit }) => hit,
        )),
  );
}

/** Whether one resource would do for all passes of a loop: nothing that it is made from is new in a pass. */
export function isSameInEachPass({ call, info }: Acquisition): boolean {
  const loop = loopAround(call, info);
  return loop !== undefined && !someNode(call, (node) => {
    const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
    return object?.kind === 'Var' && loop.pos <= object.ident.pos && object.ident.end <= loop.end;
  });
}

function mentions(expr: Node, variable: Var, info: DeclInfo): boolean {
  return someNode(expr, (node) => node.kind === 'Ident' && info.objectOf(node) === variable);
}

import type { Expr, ForStmt, IfStmt, RangeStmt, Stmt } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { assignmentsOf } from '../../../model/code/assignment.ts';
import type { DeclInfo } from '../../../model/info.ts';

/** A loop that takes one value after the other from a channel until that is closed. */
export interface ChannelLoop {
  readonly loop: RangeStmt | ForStmt;
  readonly channel: Expr;
  /** What a pass runs, but for what the closed channel brings about. */
  readonly body: readonly Stmt[];
}

/**
 * The loops of a declaration that a channel can have: `for v := range c`, `for { v, ok := <-c; if !ok { return }; … }`.
 */
export function channelLoops(info: DeclInfo): readonly ChannelLoop[] {
  const found: ChannelLoop[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'RangeStmt' && !node.value) found.push({ loop: node, channel: node.x, body: node.body.list });
    if (node.kind === 'ForStmt' && !node.cond && !node.post) found.push(...receivingLoop(node));
  });
  return found;
}

/**
 * `for { v, ok := <-c; if !ok { break }; … }`, also as the only clause of a select, and `if v, ok := <-c; ok { … } else
 * { return }`.
 */
function receivingLoop(loop: ForStmt): readonly ChannelLoop[] {
  const [select] = loop.body.list;
  const [clause, ...others] = select?.kind === 'SelectStmt' && loop.body.list.length === 1 ? select.body : [];
  const list = clause?.comm && others.length === 0 ? [clause.comm, ...clause.body] : loop.body.list;
  const [first, ...behind] = list;
  if (first?.kind === 'IfStmt' && first.init) return tested(first.init, first, behind, loop);
  const [test, ...rest] = behind;
  return first && test?.kind === 'IfStmt' && !test.init ? tested(first, test, rest, loop) : [];
}

function tested(receive: Stmt, test: IfStmt, rest: readonly Stmt[], loop: ForStmt): readonly ChannelLoop[] {
  const [assignment, ...others] = assignmentsOf(receive);
  const [value] = assignment?.values ?? [];
  const ok = assignment?.targets[1];
  const isReceive =
    value?.kind === 'UnaryExpr' && value.op === '<-' && others.length === 0 && assignment?.targets.length === 2;
  if (!isReceive || ok?.kind !== 'Ident') return [];
  const isOpen = holdsFor(test.cond, ok.name);
  if (isOpen === undefined) return [];
  const [open, closed] = isOpen ? [test.body, test.else] : [test.else, test.body];
  return closed ? [{ loop, channel: value.x, body: [...(open ? [open] : []), ...rest] }] : [];
}

/** Whether a condition is `ok`, true, or `!ok`, false; undefined for every other one. */
function holdsFor(cond: Expr, ok: string): boolean | undefined {
  if (cond.kind === 'Ident') return cond.name === ok ? true : undefined;
  return cond.kind === 'UnaryExpr' && cond.op === '!' && cond.x.kind === 'Ident' && cond.x.name === ok
    ? false
    : undefined;
}

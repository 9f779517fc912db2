import type { DeclInfo } from '../model/info.ts';
import { textOf } from '../model/text-of.ts';
import type { Expr, Node } from '../syntax/ast.ts';

/** A condition, without `&&`, `||` and `!`, that is known to hold, or not to hold. */
export interface Known {
  readonly cond: Expr;
  readonly text: string;
  readonly value: boolean;
}

/** The conditions of all if statements around a node, up to its function. */
export function guards(node: Node, info: DeclInfo): readonly Known[] {
  const known: Known[] = [];
  let child = node;
  for (
    let at = info.parent(node);
    at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl';
    child = at, at = info.parent(at)
  ) {
    if (at.kind !== 'IfStmt' || child === at.cond || child === at.init) continue;
    known.push(...implied(at.cond, child === at.body, info));
  }
  return known;
}

/** What follows for the leaves of a condition when the whole of it has a value. */
export function implied(cond: Expr, value: boolean, info: DeclInfo): readonly Known[] {
  if (cond.kind === 'UnaryExpr' && cond.op === '!') return implied(cond.x, !value, info);
  if (cond.kind === 'BinaryExpr' && cond.op === (value ? '&&' : '||'))
    return [...implied(cond.x, value, info), ...implied(cond.y, value, info)];
  if (cond.kind === 'BinaryExpr' && (cond.op === '&&' || cond.op === '||')) return [];
  return [{ cond, text: textOf(cond, info), value }];
}

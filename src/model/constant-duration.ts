import type { Expr } from '../syntax/ast.ts';
import { nanoseconds } from './duration.ts';
import type { DeclInfo } from './info.ts';

/** Names of constants that stand for others are followed so far. */
const mostNames = 4;

/**
 * The nanoseconds of a duration that is written as a constant, or as the name of one; of a point in time, how far it is from
 * `time.Now()`. Undefined for what has to be computed.
 */
export function constantDuration(expr: Expr, info: DeclInfo, depth = mostNames): number | undefined {
  const known = nanoseconds(expr);
  if (known !== undefined || depth === 0) return known;
  if (expr.kind === 'BinaryExpr' && expr.op === '*') {
    const [x, y] = [constantDuration(expr.x, info, depth - 1), constantDuration(expr.y, info, depth - 1)];
    return x === undefined || y === undefined ? undefined : x * y;
  }
  if (expr.kind === 'CallExpr') {
    const [only, ...more] = expr.args;
    const word = expr.fun.kind === 'SelectorExpr' ? expr.fun.sel.name : '';
    return only && more.length === 0 && (word === 'Add' || word === 'Duration') ? constantDuration(only, info, depth - 1) : undefined;
  }
  const object = expr.kind === 'Ident' ? info.objectOf(expr) : undefined;
  return object?.kind === 'Const' && object.value ? constantDuration(object.value, object.info, depth - 1) : undefined;
}

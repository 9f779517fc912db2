import type { Expr } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';

/** Names of constants that stand for others are followed so far. */
const mostNames = 4;

const units: Readonly<Record<string, number>> = {
  Nanosecond: 1, Microsecond: 1e3, Millisecond: 1e6, Second: 1e9, Minute: 60e9, Hour: 3600e9,
};

/**
 * The nanoseconds of a duration that is written as a constant, or as the name of one; of a point in time, how far it is from
 * `time.Now()`. Undefined for what has to be computed.
 */
export function constantDuration(expr: Expr, info: DeclInfo, depth = mostNames): number | undefined {
  if (depth === 0) return undefined;
  const of = (part: Expr): number | undefined => constantDuration(part, info, depth - 1);
  switch (expr.kind) {
    case 'BasicLit':
      return expr.tok === 'INT' ? Number(expr.value.replaceAll('_', '')) : undefined;
    case 'SelectorExpr':
      return isTime(expr.x, info) ? units[expr.sel.name] : undefined;
    case 'UnaryExpr': {
      const value = expr.op === '-' ? of(expr.x) : undefined;
      return value === undefined ? undefined : -value;
    }
    case 'BinaryExpr': {
      const [x, y] = expr.op === '*' ? [of(expr.x), of(expr.y)] : [];
      return x === undefined || y === undefined ? undefined : x * y;
    }
    case 'CallExpr': {
      const [only, ...more] = expr.args;
      const word = expr.fun.kind === 'SelectorExpr' ? expr.fun.sel.name : '';
      return only && more.length === 0 && (word === 'Add' || word === 'Duration') ? of(only) : undefined;
    }
    case 'Ident': {
      const object = info.objectOf(expr);
      return object?.kind === 'Const' && object.value ? constantDuration(object.value, object.info, depth - 1) : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether an expression is the name that package time has in a file. */
function isTime(x: Expr, info: DeclInfo): boolean {
  const object = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  return object?.kind === 'PkgName' && object.path === 'time';
}

/** Whether a lifetime or interval visibly means `never`: none, negative, or a constant `NoExpiration`. */
export function isNever(expr: Expr, info: DeclInfo): boolean {
  if (expr.kind === 'SelectorExpr' && expr.sel.name === 'NoExpiration') return true;
  const value = constantDuration(expr, info);
  return value !== undefined && value <= 0;
}

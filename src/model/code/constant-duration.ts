import type { Expr } from '../../syntax/ast.ts';
import type { DeclInfo, Obj } from '../info.ts';
import { objectAt } from '../types/object-at.ts';

/** Names of constants, and what they are computed from, are followed so deep. */
const mostSteps = 8;

const units: Readonly<Record<string, number>> = {
  Nanosecond: 1, Microsecond: 1e3, Millisecond: 1e6, Second: 1e9, Minute: 60e9, Hour: 3600e9,
};

/**
 * The nanoseconds of a duration that is written as a constant, or as the name of one; of a point in time, how far it is
 * from `time.Now()`. Undefined for what has to be computed.
 */
export function constantDuration(expr: Expr, info: DeclInfo, depth = mostSteps): number | undefined {
  if (depth === 0) return undefined;
  const of = (part: Expr): number | undefined => constantDuration(part, info, depth - 1);
  switch (expr.kind) {
    case 'BasicLit':
      return expr.tok === 'INT' ? Number(expr.value.replaceAll('_', '')) : undefined;
    case 'SelectorExpr': {
      const path = packageOf(expr.x, info);
      if (path === 'time') return units[expr.sel.name];
      return path === undefined ? undefined : ofConstant(objectAt(path, expr.sel.name, info.file), depth);
    }
    case 'UnaryExpr': {
      const value = expr.op === '-' ? of(expr.x) : undefined;
      return value === undefined ? undefined : -value;
    }
    case 'BinaryExpr': {
      const [x, y] = [of(expr.x), of(expr.y)];
      return x === undefined || y === undefined ? undefined : computed(expr.op, x, y);
    }
    case 'CallExpr': {
      const [only, ...more] = expr.args;
      const word = expr.fun.kind === 'SelectorExpr' ? expr.fun.sel.name : '';
      return only && more.length === 0 && (word === 'Add' || word === 'Duration') ? of(only) : undefined;
    }
    case 'Ident':
      return ofConstant(info.objectOf(expr), depth);
    default:
      return undefined;
  }
}

function ofConstant(object: Obj | undefined, depth: number): number | undefined {
  return object?.kind === 'Const' && object.value ? constantDuration(object.value, object.info, depth - 1) : undefined;
}

/** `timeout / 2`, `short + long`: durations are whole numbers. */
function computed(op: string, x: number, y: number): number | undefined {
  switch (op) {
    case '*':
      return x * y;
    case '/':
      return y === 0 ? undefined : Math.trunc(x / y);
    case '+':
      return x + y;
    case '-':
      return x - y;
    default:
      return undefined;
  }
}

/** The path of the package that an expression is the name of in a file. */
function packageOf(x: Expr, info: DeclInfo): string | undefined {
  const object = x.kind === 'Ident' ? info.objectOf(x) : undefined;
  return object?.kind === 'PkgName' ? object.path : undefined;
}

/** Whether a lifetime or interval visibly means `never`: none, negative, or a constant `NoExpiration`. */
export function isNever(expr: Expr, info: DeclInfo): boolean {
  if (expr.kind === 'SelectorExpr' && expr.sel.name === 'NoExpiration') return true;
  const value = constantDuration(expr, info);
  return value !== undefined && value <= 0;
}

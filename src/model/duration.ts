import type { Expr } from '../syntax/ast.ts';

const units: Readonly<Record<string, number>> = {
  Nanosecond: 1, Microsecond: 1e3, Millisecond: 1e6, Second: 1e9, Minute: 60e9, Hour: 3600e9,
};

/** The nanoseconds of `time.Minute`, `5 * time.Second` and plain numbers; undefined for everything that has to be computed. */
export function nanoseconds(expr: Expr): number | undefined {
  if (expr.kind === 'BasicLit') return expr.tok === 'INT' ? Number(expr.value.replaceAll('_', '')) : undefined;
  if (expr.kind === 'SelectorExpr') return expr.x.kind === 'Ident' && expr.x.name === 'time' ? units[expr.sel.name] : undefined;
  if (expr.kind === 'UnaryExpr' && expr.op === '-') return negative(nanoseconds(expr.x));
  if (expr.kind !== 'BinaryExpr' || expr.op !== '*') return undefined;
  const [x, y] = [nanoseconds(expr.x), nanoseconds(expr.y)];
  return x === undefined || y === undefined ? undefined : x * y;
}

function negative(value: number | undefined): number | undefined {
  return value === undefined ? undefined : -value;
}

/** Whether a lifetime or interval visibly means `never`: none, negative, or a constant `NoExpiration`. */
export function isNever(expr: Expr): boolean {
  if (expr.kind === 'SelectorExpr' && expr.sel.name === 'NoExpiration') return true;
  const value = nanoseconds(expr);
  return value !== undefined && value <= 0;
}

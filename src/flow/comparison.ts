import type { DeclInfo } from '../model/info.ts';
import { textOf } from '../model/text-of.ts';
import type { Expr } from '../syntax/ast.ts';

/** What a condition says about an integer when it has a value: it is in the range, both ends included, or it is not. */
interface Bounds {
  /** What is compared. */
  readonly text: string;
  readonly min: number;
  readonly max: number;
  readonly inside: boolean;
}

/**
 * Whether two conditions cannot have these values at once because they compare one thing with constants: `n > 0` and
 * `n == 0`, `mode == Plain` and `mode == Secure`. What is compared is known by its text: whether that is the same in both
 * places the caller must know.
 */
export function contradict(a: Expr, valueOfA: boolean, b: Expr, valueOfB: boolean, info: DeclInfo): boolean {
  return (
    areOthers(equalled(a, valueOfA, info), equalled(b, valueOfB, info)) || areApart(a, valueOfA, b, valueOfB, info)
  );
}

/** What a condition says something is equal to: a constant, by its name or as it is written. */
interface Equal {
  /** What is compared. */
  readonly text: string;
  readonly constant: string;
  readonly isName: boolean;
}

function equalled(cond: Expr, value: boolean, info: DeclInfo): Equal | undefined {
  if (cond.kind !== 'BinaryExpr' || cond.op !== (value ? '==' : '!=')) return undefined;
  const { x, y } = cond;
  const isName = isConstant(y, info);
  return isName || y.kind === 'BasicLit' ? { text: textOf(x, info), constant: textOf(y, info), isName } : undefined;
}

/** Constants of different names are taken to differ: they are there to tell things apart. */
function areOthers(a: Equal | undefined, b: Equal | undefined): boolean {
  return a !== undefined && b !== undefined && a.isName === b.isName && a.text === b.text && a.constant !== b.constant;
}

function isConstant(expr: Expr, info: DeclInfo): boolean {
  if (expr.kind === 'Ident') return info.objectOf(expr)?.kind === 'Const';
  return expr.kind === 'SelectorExpr' && expr.x.kind === 'Ident' && info.objectOf(expr.x)?.kind === 'PkgName';
}

function areApart(a: Expr, valueOfA: boolean, b: Expr, valueOfB: boolean, info: DeclInfo): boolean {
  const first = boundsOf(a, valueOfA, info);
  const second = first && boundsOf(b, valueOfB, info);
  if (!second || first.text !== second.text) return false;
  if (first.inside && second.inside) return first.max < second.min || second.max < first.min;
  const [inner, outer] = first.inside ? [first, second] : [second, first];
  return inner.inside && !outer.inside && outer.min <= inner.min && inner.max <= outer.max;
}

function boundsOf(cond: Expr, value: boolean, info: DeclInfo): Bounds | undefined {
  if (cond.kind !== 'BinaryExpr' || cond.y.kind !== 'BasicLit' || !/^\d{1,9}$/.test(cond.y.value)) return undefined;
  const range = ranges[cond.op]?.(Number(cond.y.value));
  return range && { text: textOf(cond.x, info), min: range[0], max: range[1], inside: range[2] === value };
}

/** The range that a comparison with a number speaks of, and whether it holds inside of it. */
const ranges: Readonly<Record<string, (n: number) => readonly [min: number, max: number, inside: boolean]>> = {
  '==': (n) => [n, n, true],
  '!=': (n) => [n, n, false],
  '>': (n) => [n + 1, Infinity, true],
  '>=': (n) => [n, Infinity, true],
  '<': (n) => [-Infinity, n - 1, true],
  '<=': (n) => [-Infinity, n, true],
};

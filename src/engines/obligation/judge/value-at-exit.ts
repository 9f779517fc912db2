import type { Path } from '../../../flow/paths.ts';
import { makesError } from '../../../flow/error-way.ts';
import { assignmentsOf } from '../../../model/code/assignment.ts';
import type { DeclInfo, FuncNode, Var } from '../../../model/info.ts';
import type { Expr, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import { isNilTest, isNotEqual } from '../ways/nil-test.ts';
import { identOf } from '../hold/ident-of.ts';
import { calledName } from '../../../syntax/last-word.ts';

/** Whether a variable is nil or false (`zero`), or surely neither (`set`); undefined where that does not show. */
export type Value = 'zero' | 'set' | undefined;

/**
 * What a variable is where a way out of `func` ends, as the deferred functions find it: what it was at the start of the
 * way, what the way gives it and finds it to be, and what its return gives where it is a result.
 */
export function valueAtExit(
  variable: Var, path: Path, begin: { readonly offset: number; readonly value: Value }, func: FuncNode, info: DeclInfo,
): Value {
  let value = begin.value;
  for (const [index, block] of path.blocks.entries()) {
    for (const node of block.nodes) {
      if (index > 0 || node.pos > begin.offset) value = valueBehind(node, variable, value, info);
    }
    const next = path.blocks[index + 1];
    if (block.cond && next) value = tested(block.cond, next === block.succs[0], variable, info) ?? value;
  }
  const last = path.end.nodes[path.end.nodes.length - 1];
  if (last?.kind !== 'ReturnStmt' || variable.role !== 'result') return value;
  const place = func.type.results.flatMap((field) => field.names).findIndex((name) => info.objectOf(name) === variable);
  const returned = last.results[place];
  if (!returned) return last.results.length === 0 ? value : undefined;
  const other = wrapped(returned, info);
  if (!other) return valueOf(returned);
  return other === variable ? value : valueAtExit(other, path, { offset: begin.offset, value: undefined }, func, info);
}

/** The variable that an expression is, or that it wraps: `errors.Wrap(err, "…")` is nil where `err` is. */
function wrapped(expr: Expr, info: DeclInfo): Var | undefined {
  const inner = expr.kind === 'CallExpr' && /^(?:Wrapf?|With\w+)$/.test(calledName(expr)) ? expr.args[0] : expr;
  const variable = inner && identOf(inner, info);
  return variable?.role === 'package' ? undefined : variable;
}

/** What a condition that has a value says of a variable: `err != nil`, `ok`. */
export function tested(cond: Expr, holds: boolean, variable: Var, info: DeclInfo): Value {
  if (cond.kind === 'Ident') return identOf(cond, info) === variable ? (holds ? 'set' : 'zero') : undefined;
  if (cond.kind !== 'BinaryExpr' || !isNilTest(cond, variable, info) || !isPlain(cond.x, cond.y)) return undefined;
  return holds === isNotEqual(cond) ? 'set' : 'zero';
}

/** The test is one of the variable itself, not of a field of it. */
function isPlain(...sides: readonly Expr[]): boolean {
  return sides.every(({ kind }) => kind !== 'SelectorExpr');
}

function valueBehind(node: Stmt | Expr, variable: Var, before: Value, info: DeclInfo): Value {
  const isIt = (target: Expr): boolean => identOf(target, info) === variable;
  const given = assignmentsOf(node).findLast(({ targets }) => targets.some(isIt));
  if (given) {
    const { targets, values } = given;
    if (values.length === 0) return 'zero';
    return targets.length === values.length ? valueOf(values[targets.findIndex(isIt)]) : undefined;
  }
  return isGivenWithin(node, variable, info) ? undefined : before;
}

/** Whether a node may give the variable another value in some other form: by its address, or in a literal. */
function isGivenWithin(node: Stmt | Expr, variable: Var, info: DeclInfo): boolean {
  const isVariable = (expr: Expr): boolean => expr.kind === 'Ident' && info.objectOf(expr) === variable;
  return someNode(node, (each) =>
    (each.kind === 'UnaryExpr' && each.op === '&' && isVariable(each.x))
    || (each.kind === 'AssignStmt' && each.lhs.some(isVariable))
    || (each.kind === 'RangeStmt' && [each.key, each.value].some((target) => target && isVariable(target))));
}

function valueOf(expr: Expr | undefined): Value {
  if (!expr) return undefined;
  if (expr.kind === 'Ident' && (expr.name === 'nil' || expr.name === 'false')) return 'zero';
  if (expr.kind === 'Ident' && expr.name === 'true') return 'set';
  return makesError(expr) && !(expr.kind === 'CallExpr' && /^Wrap/.test(calledName(expr))) ? 'set' : undefined;
}

import type { Expr } from '../../syntax/ast.ts';
import type { Known } from '../../flow/guards.ts';
import { guards } from '../../flow/guards.ts';
import { textOf } from '../../model/text-of.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { useOf } from '../../model/use.ts';
import { identOf } from './ident-of.ts';
import { sameObjects } from './same-objects.ts';

/** The error that came with a resource, and where it is given another value: tests of it from there on say nothing. */
interface CompanionError {
  readonly variable: Var;
  readonly until: number;
}

/**
 * Which branches are open on the ways from an acquisition. The variable is not nil while it holds the resource, and
 * a condition that guards the acquisition is taken to keep its value: `if d > 0 { t = … }` and later
 * `if d > 0 { t.Stop() }` belong together. Where that assumption is wrong we stay silent, never the other way round.
 * An error that came with the resource is nil, or there is no resource.
 */
export function feasibleFrom(call: Expr, holder: Var | undefined, info: DeclInfo): (cond: Expr, value: boolean) => boolean {
  const known = guards(call, info).map((guard) => (isFlipped(guard, call, info) ? { ...guard, value: !guard.value } : guard));
  const error = companionError(call, info);
  return (cond, value) => {
    if (holder && isNilTest(cond, holder, info)) return value === isNotEqual(cond);
    if (error && cond.pos < error.until && isNilTest(cond, error.variable, info)) return value !== isNotEqual(cond);
    const text = textOf(cond, info);
    return !known.some((guard) => guard.text === text && guard.value !== value && sameObjects(guard.cond, cond, info));
  };
}

/** `if !running { …; running = true }`: what guarded the acquisition no longer holds once its block is done. */
function isFlipped({ text, value }: Known, call: Expr, info: DeclInfo): boolean {
  const opposite = String(!value);
  for (let at = info.parent(call); at && at.kind !== 'FuncLit' && at.kind !== 'FuncDecl'; at = info.parent(at)) {
    if (at.kind !== 'IfStmt') continue;
    const flips = at.body.list.some((stmt) => stmt.kind === 'AssignStmt' && stmt.tok === '=' && stmt.lhs.some((target, index) =>
      textOf(target, info) === text && stmt.rhs[index] !== undefined && textOf(stmt.rhs[index], info) === opposite));
    if (flips) return true;
  }
  return false;
}

function isNotEqual(cond: Expr): boolean {
  return cond.kind === 'BinaryExpr' && cond.op === '!=';
}

/** The last variable of `v, err := acquire()`. */
function companionError(call: Expr, info: DeclInfo): CompanionError | undefined {
  const parent = info.parent(call);
  const last = parent?.kind === 'AssignStmt' && parent.rhs.length === 1 && parent.lhs.length > 1 ? parent.lhs[parent.lhs.length - 1] : undefined;
  const variable = last && identOf(last, info);
  if (!variable) return undefined;
  const next = info.usesOf(variable).find((ident) => ident.pos > call.end && useOf(ident, info).kind === 'assigned');
  return { variable, until: next?.pos ?? Infinity };
}

function isNilTest(cond: Expr, holder: Var, info: DeclInfo): boolean {
  if (cond.kind !== 'BinaryExpr' || (cond.op !== '==' && cond.op !== '!=')) return false;
  const isHolder = (expr: Expr): boolean => expr.kind === 'Ident' && info.objectOf(expr) === holder;
  const isNil = (expr: Expr): boolean => expr.kind === 'Ident' && expr.name === 'nil';
  return (isHolder(cond.x) && isNil(cond.y)) || (isNil(cond.x) && isHolder(cond.y));
}

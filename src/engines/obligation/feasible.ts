import type { CallExpr, Expr } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import type { Block } from '../../flow/cfg.ts';
import { guards } from '../../flow/guards.ts';
import { textOf } from '../../model/text-of.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { useOf } from '../../model/use.ts';
import { identOf } from './ident-of.ts';

/** The error that came with a resource, and where it is given another value: tests of it from there on say nothing. */
interface CompanionError {
  readonly variable: Var;
  readonly until: number;
}

/**
 * Which branches are open on the ways from an acquisition. The variable is not nil while it holds the resource (nor are
 * the others that hold it, nor is a part of it), and a condition that guards the acquisition is taken to keep its value:
 * `if d > 0 { t = … }` and later `if d > 0 { t.Stop() }` belong together. Where that assumption is wrong we stay silent,
 * never the other way round. An error that came with the resource is nil, or there is no resource.
 */
export function feasibleFrom(
  call: Expr, holder: Var | undefined, info: DeclInfo, aliases: readonly Var[] = [],
): (cond: Expr, value: boolean) => boolean {
  const known = guards(call, info);
  const errors = companionErrors(call, info);
  const holders = holder ? [holder, ...aliases] : aliases;
  return (cond, value) => {
    if (holders.some((each) => isNilTest(cond, each, info))) return value === isNotEqual(cond);
    for (const error of errors) {
      if (cond.pos >= error.until || cond.pos < error.variable.ident.pos) continue;
      if (isNilTest(cond, error.variable, info)) return value !== isNotEqual(cond);
      const failing = failureOf(cond, error.variable, info);
      if (failing !== undefined) return value !== failing;
    }
    const text = textOf(cond, info);
    return !known.some((guard) => guard.text === text && guard.value !== value);
  };
}

/** Which way leads on from a case of `switch err { case nil: … }`, where err came with the resource: that of nil. */
export function followsFrom(call: Expr, info: DeclInfo): (from: Block, to: Block) => boolean {
  const errors = companionErrors(call, info);
  return (from, to) => {
    const test = from.nodes[from.nodes.length - 1];
    const clause = test && info.parent(test);
    const around = clause?.kind === 'CaseClause' ? info.parent(clause) : undefined;
    if (around?.kind !== 'SwitchStmt' || !around.tag || from.cond !== undefined) return true;
    const tag = identOf(around.tag, info);
    if (!errors.some((error) => error.variable === tag && around.pos < error.until)) return true;
    return (test?.kind === 'Ident' && test.name === 'nil') === (to === from.succs[0]);
  };
}

function isNotEqual(cond: Expr): boolean {
  return cond.kind === 'BinaryExpr' && cond.op === '!=';
}

/** The last variable of `v, err := acquire()`, and those made of it: `e := wrap(err)`. */
function companionErrors(call: Expr, info: DeclInfo): readonly CompanionError[] {
  const parent = info.parent(call);
  const last = parent?.kind === 'AssignStmt' && parent.rhs.length === 1 ? parent.lhs[parent.lhs.length - 1] : undefined;
  const variable = last && identOf(last, info);
  // A single result may be the resource, or the error of a call that runs a closure with the acquisition in it.
  if (!variable || (parent?.kind === 'AssignStmt' && parent.lhs.length === 1 && !/^e$|[eE]rr/.test(variable.name))) return [];
  const until = info.usesOf(variable).find((ident) => ident.pos > call.end && useOf(ident, info).kind === 'assigned')?.pos ?? Infinity;
  const made = info.usesOf(variable).flatMap((ident): CompanionError[] => {
    const target = ident.pos > call.end && ident.pos <= until ? madeOf(ident, info) : undefined;
    return target && target !== variable ? [{ variable: target, until: Infinity }] : [];
  });
  return [{ variable, until }, ...made];
}

/** The variable that a value is given to, as it is or by way of a call. */
function madeOf(value: Expr, info: DeclInfo): Var | undefined {
  const use = useOf(value, info);
  if (use.kind === 'stored') return identOf(use.target, info);
  const outer = use.kind === 'argument' ? useOf(use.call, info) : undefined;
  return outer?.kind === 'stored' ? identOf(outer.target, info) : undefined;
}

/**
 * The value of a condition that speaks of an error by a call, where the error is one: true for `errors.Is(err, …)`,
 * `os.IsNotExist(err)` and `failed(w, err)`, false for `isOK(err)`. Undefined for conditions on anything else.
 */
function failureOf(cond: Expr, error: Var, info: DeclInfo): boolean | undefined {
  if (cond.kind === 'BinaryExpr') return (cond.op === '==' || cond.op === '!=') && mentions(cond, error, info) ? cond.op === '==' : undefined;
  if (cond.kind !== 'CallExpr' || !mentions(cond, error, info)) return undefined;
  return !/(?:ok|nil|success|ignore)\w*$/i.test(calledWord(cond));
}

function calledWord({ fun }: CallExpr): string {
  if (fun.kind === 'SelectorExpr') return fun.sel.name;
  return fun.kind === 'Ident' ? fun.name : '';
}

function mentions(expr: Expr, variable: Var, info: DeclInfo): boolean {
  return someNode(expr, (node) => node.kind === 'Ident' && info.objectOf(node) === variable);
}

/** `v == nil` or `v != nil`, or the same of a part of it: `resp.Body != nil`. */
function isNilTest(cond: Expr, holder: Var, info: DeclInfo): boolean {
  if (cond.kind !== 'BinaryExpr' || (cond.op !== '==' && cond.op !== '!=')) return false;
  const isHolder = (expr: Expr): boolean => (expr.kind === 'SelectorExpr' ? isHolder(expr.x) : expr.kind === 'Ident' && info.objectOf(expr) === holder);
  const isNil = (expr: Expr): boolean => expr.kind === 'Ident' && expr.name === 'nil';
  return (isHolder(cond.x) && isNil(cond.y)) || (isNil(cond.x) && isHolder(cond.y));
}

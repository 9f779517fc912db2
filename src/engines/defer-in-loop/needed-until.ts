import { resultTargets } from '../../model/code/assignment.ts';
import { constantDuration } from '../../model/code/constant-duration.ts';
import { rootVar } from '../../model/names/entity-name.ts';
import type { DeclInfo, Var } from '../../model/info.ts';
import { parameterAt } from '../../model/code/parameter-at.ts';
import { textOf } from '../../model/text-of.ts';
import { calleeOf, funcOf } from '../../model/types/type-of.ts';
import { callRole, literalRole, useOf } from '../../model/code/use.ts';
import { isDrained } from './drained.ts';
import type { DeferInLoop } from './rule.ts';
import type { CallExpr, DeferStmt, Expr, ForStmt, FuncLit, Ident, Node, RangeStmt } from '../../syntax/ast.ts';
import { isWithin } from '../../syntax/span.ts';
import { walk } from '../../syntax/walk.ts';

/**
 * How long what a pass acquired is needed: until the end of the `pass`, or of the function, because it is kept for
 * later; as long as a `goroutine` or a `callback` has it, which may be longer than the pass; or it is `released` in the
 * pass as well, and the deferred call is for errors only; or it is `drained` there, which releases it; or it ends at a
 * `deadline` that is near.
 */
export type Until = 'pass' | 'end' | 'goroutine' | 'callback' | 'released' | 'drained' | 'deadline';

/** How long the pass of a loop needs what some variables hold, and what came with it. */
export function neededUntil(
  variables: readonly Var[],
  defer: DeferStmt,
  loop: ForStmt | RangeStmt,
  info: DeclInfo,
  rule: DeferInLoop,
): Until {
  if (isReleasedToo(defer, loop, info, rule)) return 'released';
  if (variables.every((variable) => isDrained(variable, loop, info, rule))) return 'drained';
  if (variables.every((variable) => endsSoon(variable, rule))) return 'deadline';
  const uses = variables.flatMap((variable) => usesIn(variable, defer, loop, info));
  if (uses.some((ident) => isKept(ident, loop, info))) return 'end';
  const others = variables.flatMap((variable) => companions(variable, info));
  // What came with it is of no use any more once it is released; what a call makes of that is.
  if (
    others.flatMap((variable) => usesIn(variable, defer, loop, info)).some((ident) => isKept(ident, loop, info, false))
  )
    return 'end';
  const made = [...variables, ...others].flatMap((variable) => madeOf(variable, defer, loop, info));
  const all = [...uses, ...[...others, ...made].flatMap((variable) => usesIn(variable, defer, loop, info))];
  if (all.some((ident) => hasGoroutine(ident, loop, info))) return 'goroutine';
  return all.some((ident) => literalAround(ident, loop, info, 'callback')) ? 'callback' : 'pass';
}

/** What lasts so long, in nanoseconds, piles up. */
const longDeadline = 60e9;

/**
 * `ctx, cancel := context.WithTimeout(parent, d)`: over within a minute, or when only the run tells; also what a
 * function gives that makes contexts of such kinds alone.
 */
function endsSoon({ origin, info: where }: Var, rule: DeferInLoop): boolean {
  const call = origin?.kind === 'value' && origin.value.kind === 'CallExpr' ? origin.value : undefined;
  return call !== undefined && (isDeadline(call, where, rule) || givesDeadlines(call, where, rule));
}

function isDeadline(call: CallExpr, where: DeclInfo, { deadlines }: DeferInLoop): boolean {
  const callee = calleeOf(call, where, where.file.package);
  const [, end] = callee?.kind === 'Foreign' && deadlines.includes(callee.name) ? call.args : [];
  const lasts = end && constantDuration(end, where);
  return end !== undefined && (lasts === undefined || lasts < longDeadline);
}

/** Whether a call is of a function of the workspace that makes contexts, all of them with a deadline that is near. */
function givesDeadlines(call: CallExpr, where: DeclInfo, rule: DeferInLoop): boolean {
  const func = funcOf(calleeOf(call, where, where.file.package));
  const callee = func && func.file.package.infoOf(func);
  if (callee?.decl.kind !== 'FuncDecl' || !callee.decl.body) return false;
  const made: CallExpr[] = [];
  walk(callee.decl.body, (node) => {
    const maker = node.kind === 'CallExpr' ? calleeOf(node, callee, callee.file.package) : undefined;
    if (node.kind === 'CallExpr' && maker?.kind === 'Foreign' && /^context\.With(?!Value)/.test(maker.name))
      made.push(node);
  });
  return made.length > 0 && made.every((each) => isDeadline(each, callee, rule));
}

/** Whether a variable of a pass is put where the passes to come, or what stands behind the loop, find it. */
export function isKeptFor(variable: Var, defer: DeferStmt, loop: Node, info: DeclInfo): boolean {
  return usesIn(variable, defer, loop, info).some((ident) => isKept(ident, loop, info));
}

function usesIn(variable: Var, defer: DeferStmt, loop: Node, info: DeclInfo): readonly Ident[] {
  return info.usesOf(variable).filter((ident) => isWithin(ident, loop) && !isWithin(ident, defer));
}

/** The other variables of the assignment that declares one: the context beside its cancel function. */
function companions({ ident, origin }: Var, info: DeclInfo): readonly Var[] {
  const targets = origin?.kind === 'value' ? resultTargets(origin.value, info) : [];
  return targets.flatMap((target) => {
    const object = target.kind === 'Ident' && target !== ident ? info.objectOf(target) : undefined;
    return object?.kind === 'Var' && !/^err/i.test(object.name) ? [object] : [];
  });
}

/** The variables of the pass that hold what a call made with a variable. */
function madeOf(variable: Var, defer: DeferStmt, loop: Node, info: DeclInfo): readonly Var[] {
  return usesIn(variable, defer, loop, info).flatMap((ident) => {
    const use = useOf(ident, info);
    const outer = use.kind === 'argument' ? useOf(use.call, info) : undefined;
    const object = outer?.kind === 'stored' && outer.target.kind === 'Ident' ? info.objectOf(outer.target) : undefined;
    return object?.kind === 'Var' && isWithin(object.ident, loop) ? [object] : [];
  });
}

/** Whether the very call that is deferred is made in the pass, too, on the same variable: another may have its name. */
function isReleasedToo({ call }: DeferStmt, loop: Node, info: DeclInfo, { releases }: DeferInLoop): boolean {
  const calls = releaseCalls(call, releases);
  let found = false;
  walk(loop, (node) => {
    if (node.kind === 'FuncLit' || node.kind === 'DeferStmt') return false;
    if (node.kind === 'CallExpr' && calls.some((each) => isSameCall(each, node, call, info))) found = true;
    return !found;
  });
  return found;
}

/** The deferred call; of a literal the calls in it that release. */
function releaseCalls(call: Expr, releases: readonly string[]): readonly CallExpr[] {
  if (call.kind !== 'CallExpr') return [];
  if (call.fun.kind !== 'FuncLit') return [call];
  const calls: CallExpr[] = [];
  walk(call.fun, (node) => {
    if (node.kind === 'CallExpr' && node.fun.kind === 'SelectorExpr' && releases.includes(node.fun.sel.name))
      calls.push(node);
  });
  return calls;
}

/** Whether a call is as one that is deferred: in the same words, and on the same variable. */
function isSameCall(released: CallExpr, other: CallExpr, deferred: Expr, info: DeclInfo): boolean {
  if (textOf(released, info) !== textOf(other, info)) return false;
  const [own, its] = [released, other].map(({ fun }) => rootVar(fun.kind === 'SelectorExpr' ? fun.x : fun, info));
  return own === undefined || its === undefined || argumentVar(own, deferred, info) === its;
}

/**
 * The variable that a deferred call gives its literal for a parameter: `f` of `func(file *os.File) { … }(f)`; any other
 * as it is.
 */
export function argumentVar(variable: Var, deferred: Expr, info: DeclInfo): Var {
  if (deferred.kind !== 'CallExpr' || deferred.fun.kind !== 'FuncLit' || variable.role !== 'param') return variable;
  const { args, fun } = deferred;
  const argument = args.find((_, index) => parameterAt(fun, index, info) === variable);
  return (argument && rootVar(argument, info)) ?? variable;
}

/**
 * Whether a value, or what is made of it, is put where the passes to come, or what stands behind the loop, find it;
 * `andResults`: or what a call makes of it.
 */
function isKept(value: Expr, loop: Node, info: DeclInfo, andResults = true): boolean {
  const use = useOf(value, info);
  switch (use.kind) {
    case 'stored':
      return !(use.target.kind === 'Ident' && isLocalTo(use.target, loop, info));
    case 'selected':
      return isKept(use.selector, loop, info, andResults);
    case 'element':
      return isKept(use.literal, loop, info, andResults);
    case 'sent':
    case 'returned':
      return true;
    case 'argument':
      return isAppend(use.call) || (andResults && isKeptResult(use.call, info));
    case 'other': {
      const parent = info.parent(value);
      return parent?.kind === 'UnaryExpr' || parent?.kind === 'TypeAssertExpr'
        ? isKept(parent, loop, info, andResults)
        : false;
    }
    default:
      return false;
  }
}

/** `readers = append(readers, bufio.NewReader(f))`: what a call makes of it is kept. */
function isKeptResult(call: CallExpr, info: DeclInfo): boolean {
  const use = useOf(call, info);
  return (use.kind === 'argument' && isAppend(use.call)) || (use.kind === 'stored' && use.target.kind !== 'Ident');
}

function isAppend({ fun }: CallExpr): boolean {
  return fun.kind === 'Ident' && fun.name === 'append';
}

function isLocalTo(ident: Ident, loop: Node, info: DeclInfo): boolean {
  if (ident.name === '_') return true;
  const object = info.objectOf(ident);
  return object?.kind === 'Var' && isWithin(object.ident, loop);
}

/** Whether a goroutine has it: a literal, or an argument of a go statement. */
function hasGoroutine(ident: Ident, loop: Node, info: DeclInfo): boolean {
  const use = useOf(ident, info);
  if (use.kind === 'argument' && callRole(use.call, info) === 'goroutine') return true;
  return literalAround(ident, loop, info, 'goroutine') !== undefined;
}

/**
 * The literal of such a role around a node, within the loop; one that is kept may run at any time, as a goroutine may.
 */
function literalAround(node: Node, loop: Node, info: DeclInfo, role: 'goroutine' | 'callback'): FuncLit | undefined {
  for (let at = info.enclosingFunc(node); at?.kind === 'FuncLit' && isWithin(at, loop); at = info.enclosingFunc(at)) {
    const own = literalRole(at, info);
    if (own === role || (own === 'kept' && role === 'goroutine')) return at;
  }
  return undefined;
}

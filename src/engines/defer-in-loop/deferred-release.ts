import type { DeclInfo, Var } from '../../model/info.ts';
import { useOf } from '../../model/code/use.ts';
import type { CallExpr, DeferStmt, Expr, ForStmt, Ident, Node, RangeStmt } from '../../syntax/ast.ts';
import { isWithin } from '../../syntax/span.ts';
import { walk } from '../../syntax/walk.ts';
import type { DeferContext } from './defer-context.ts';
import type { Until } from './needed-until.ts';
import { argumentVar, isKeptFor, neededUntil } from './needed-until.ts';
import { calledName, lastWord } from '../../syntax/last-word.ts';

/** What a deferred call in a loop releases. */
export interface DeferredRelease {
  /** Where what is released comes from: from a call of the same `pass`, or that does not show. */
  readonly from: 'pass' | 'unknown';
  readonly until: Until;
}

/** What a deferred call in a loop releases, and how long that is needed. */
export function deferredRelease(
  defer: DeferStmt,
  loop: ForStmt | RangeStmt,
  info: DeclInfo,
  { rule }: DeferContext,
): DeferredRelease {
  const found = releasing(defer, info, rule);
  if (found === 'conditional') return { from: 'unknown', until: 'end' };
  const roots = found
    .map((ident) => info.objectOf(ident))
    .filter((object) => object?.kind === 'Var')
    .map((variable) => argumentVar(variable, defer.call, info));
  const own = roots.filter((root) => acquisitionIn(root, loop, info) !== undefined);
  // The elements of a collection were there before the loop, and are there behind it.
  if (own.length === 0) {
    const isKept = ofPass(defer, loop, info).some((variable) => isKeptFor(variable, defer, loop, info));
    return { from: 'unknown', until: isKept || roots.some((root) => isWithin(root.ident, loop)) ? 'end' : 'pass' };
  }
  if (own.some((root) => takesLock(acquisitionIn(root, loop, info)))) return { from: 'pass', until: 'end' };
  return { from: 'pass', until: neededUntil(own, defer, loop, info, rule) };
}

/** The variables of a pass that a deferred call mentions: `f` of `os.Remove(f.Name())`. */
function ofPass({ call }: DeferStmt, loop: ForStmt | RangeStmt, info: DeclInfo): readonly Var[] {
  const found: Var[] = [];
  walk(call, (node) => {
    const object = node.kind === 'Ident' ? info.objectOf(node) : undefined;
    if (object?.kind === 'Var' && isWithin(object.ident, loop.body) && !isWithin(object.ident, call))
      found.push(object);
  });
  return [...new Set(found)];
}

/**
 * The variables whose resource is released by a deferred call, a literal's body included; `conditional` where a literal
 * releases only under a condition, as it does to clean up behind an error of the whole function.
 */
function releasing(
  { call }: DeferStmt, info: DeclInfo, { releases, releasing: words }: DeferContext['rule'],
): readonly Ident[] | 'conditional' {
  const found: Ident[] = [];
  let conditional = false;
  walk(call, (node) => {
    const before = found.length;
    if (node.kind === 'SelectorExpr' && releases.includes(node.sel.name)) found.push(...rootOf(node.x));
    if (node.kind === 'CallExpr') {
      const name = lastWord(node.fun).toLowerCase();
      // A function that the pass was given, `cancel` of a context: any part of its name may say so.
      if (
        node.fun.kind === 'Ident'
        && info.objectOf(node.fun)?.kind === 'Var'
        && words.some((word) => name.includes(word))
      )
        found.push(node.fun);
      if (words.some((word) => name.startsWith(word))) for (const arg of node.args) found.push(...rootOf(arg));
    }
    if (found.length > before && isConditional(node, call, info)) conditional = true;
  });
  return conditional ? 'conditional' : found;
}

/** Whether a node stands in the body of an if within the deferred call: `if err := f.Close(); …` is none. */
function isConditional(node: Node, call: Node, info: DeclInfo): boolean {
  let child = node;
  for (let at = info.parent(node); at && child !== call; child = at, at = info.parent(at)) {
    if (at.kind === 'IfStmt' && child === at.body) return true;
  }
  return false;
}

/** The variable that an expression begins with: `resp` of `resp.Body`. */
function rootOf(expr: Expr): readonly Ident[] {
  if (expr.kind === 'Ident') return [expr];
  return expr.kind === 'SelectorExpr' || expr.kind === 'StarExpr' ? rootOf(expr.x) : [];
}

/** The call of a pass that gave a variable its value; undefined for the element of a collection and the like. */
function acquisitionIn(variable: Var, loop: ForStmt | RangeStmt, info: DeclInfo): CallExpr | undefined {
  if (isWithin(variable.ident, loop.body) && variable.origin) {
    return variable.origin.kind === 'value' && variable.origin.value.kind === 'CallExpr'
      ? variable.origin.value
      : undefined;
  }
  for (const ident of info.usesOf(variable)) {
    const use = useOf(ident, info);
    if (use.kind !== 'assigned' || use.stmt.kind !== 'AssignStmt' || !isWithin(ident, loop.body)) continue;
    const { lhs, rhs } = use.stmt;
    const value = rhs.length === 1 ? rhs[0] : rhs[lhs.indexOf(ident)];
    if (value?.kind === 'CallExpr') return value;
  }
  return undefined;
}

/** Locks are taken one after the other to be held together. */
function takesLock(call: CallExpr | undefined): boolean {
  return call !== undefined && /(?<![bc])lock/i.test(calledName(call));
}

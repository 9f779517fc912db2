import type { DeclInfo, Var } from '../../model/info.ts';
import { useOf } from '../../model/use.ts';
import type { CallExpr, DeferStmt, Expr, ForStmt, Ident, Node, RangeStmt } from '../../syntax/ast.ts';
import { walk } from '../../syntax/walk.ts';
import type { DeferContext } from './defer-context.ts';

/**
 * What a deferred call releases: what the same `pass` has acquired; what came from `elsewhere`, or goes there, so that
 * the end of the function is the right time; or `unknown`.
 */
export type DeferredRelease = 'pass' | 'elsewhere' | 'unknown';

/** What a deferred call in a loop releases. */
export function deferredRelease(defer: DeferStmt, loop: ForStmt | RangeStmt, info: DeclInfo, { rule }: DeferContext): DeferredRelease {
  const roots = releasing(defer, info, rule).map((ident) => info.objectOf(ident)).filter((object) => object?.kind === 'Var');
  if (roots.length === 0) return 'unknown';
  const own = roots.filter((root) => isAcquiredIn(root, loop, info));
  if (own.length === 0) return roots.some((root) => isWithin(root.ident, loop)) ? 'elsewhere' : 'unknown';
  return own.every((root) => leavesPass(root, loop, info)) ? 'elsewhere' : 'pass';
}

/** The variables whose resource is released: of each releasing call in the deferred one, a literal's body included. */
function releasing({ call }: DeferStmt, info: DeclInfo, { releases, releasing: words }: DeferContext['rule']): readonly Ident[] {
  const found: Ident[] = [];
  walk(call, (node) => {
    if (node.kind === 'SelectorExpr' && releases.includes(node.sel.name)) found.push(...rootOf(node.x));
    if (node.kind !== 'CallExpr') return;
    const name = lastWord(node.fun)?.toLowerCase();
    if (name === undefined || !words.some((word) => name.startsWith(word))) return;
    if (node.fun.kind === 'Ident' && info.objectOf(node.fun)?.kind === 'Var') found.push(node.fun);
    else found.push(...node.args.flatMap(rootOf));
  });
  return found;
}

/** The variable that an expression begins with: `resp` of `resp.Body`. */
function rootOf(expr: Expr): readonly Ident[] {
  if (expr.kind === 'Ident') return [expr];
  return expr.kind === 'SelectorExpr' || expr.kind === 'ParenExpr' || expr.kind === 'StarExpr' ? rootOf(expr.x) : [];
}

function lastWord(fun: Expr): string | undefined {
  if (fun.kind === 'Ident') return fun.name;
  return fun.kind === 'SelectorExpr' ? fun.sel.name : undefined;
}

/** Whether a pass gives the variable what a call returned: the element of a collection was there before. */
function isAcquiredIn(variable: Var, loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  if (isWithin(variable.ident, loop.body)) return variable.origin?.kind === 'value' && isCall(variable.origin.value);
  return info.usesOf(variable).some((ident) => {
    const use = useOf(ident, info);
    if (use.kind !== 'assigned' || use.stmt.kind !== 'AssignStmt' || !isWithin(ident, loop.body)) return false;
    const { lhs, rhs } = use.stmt;
    const value = rhs.length === 1 ? rhs[0] : rhs[lhs.indexOf(ident)];
    return value !== undefined && isCall(value);
  });
}

function isCall(expr: Expr): expr is CallExpr {
  return expr.kind === 'CallExpr';
}

/** Whether a variable's resource, or something made with it, is put where the passes to come, or those behind the loop, find it. */
function leavesPass(variable: Var, loop: ForStmt | RangeStmt, info: DeclInfo): boolean {
  return info.usesOf(variable).filter((ident) => isWithin(ident, loop.body)).some((ident) => isKept(ident, loop, info));
}

function isKept(value: Expr, loop: Node, info: DeclInfo): boolean {
  const use = useOf(value, info);
  switch (use.kind) {
    case 'stored':
      return !(use.target.kind === 'Ident' && isLocalTo(use.target, loop, info));
    case 'element':
      return isKept(use.literal, loop, info);
    case 'sent':
    case 'returned':
      return true;
    case 'argument':
      return isAppend(use.call) || (info.parent(use.call)?.kind !== 'ExprStmt' && isKeptResult(use.call, info));
    case 'other': {
      const parent = info.parent(value);
      return parent?.kind === 'UnaryExpr' ? isKept(parent, loop, info) : false;
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

function isWithin(inner: Node, outer: Node): boolean {
  return outer.pos <= inner.pos && inner.end <= outer.end;
}

import type { CompositeLit, Expr, Ident } from '../../../syntax/ast.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import type { DeclInfo, Var } from '../../../model/info.ts';
import type { Use } from '../../../model/code/use.ts';
import { useOf } from '../../../model/code/use.ts';
import type { Obligation } from '../rule.ts';

/** Who holds a resource right after the call that gave it. */
export type Holder =
  /** A local variable, parameter or result of some function. */
  | { readonly kind: 'variable'; readonly variable: Var }
  /** A field: `owner.field = acquire()`, or `T{field: acquire()}` with the literal as the owner. */
  | { readonly kind: 'field'; readonly field: string; readonly owner: Expr | CompositeLit }
  /** Nobody holds the resource itself, only its channel or the like: `time.NewTicker(d).C`. */
  | { readonly kind: 'part'; readonly selector: Expr }
  /** Nobody holds anything. */
  | { readonly kind: 'nobody' }
  | { readonly kind: 'returned' }
  /** Handed on, kept in a container or a package variable: out of sight. */
  | { readonly kind: 'elsewhere' };

/** Who holds the result numbered `result` of a call. */
export function holderOf(call: Expr, result: number, info: DeclInfo, rule: Obligation): Holder {
  if (rule.ofReceiver) return receiverHolder(call, info);
  const use = useOf(call, info);
  switch (use.kind) {
    case 'stored':
      return targetHolder(resultTarget(call, result, use.target, info), info);
    case 'element':
      return use.field === undefined ? { kind: 'elsewhere' } : { kind: 'field', field: use.field, owner: use.literal };
    case 'selected':
      return rule.uses.includes(use.name) ? { kind: 'part', selector: use.selector } : { kind: 'elsewhere' };
    case 'dropped':
      return { kind: 'nobody' };
    case 'returned':
      return { kind: 'returned' };
    default:
      return { kind: 'elsewhere' };
  }
}

/** `cmd` of `cmd.Start()`. */
function receiverHolder(call: Expr, info: DeclInfo): Holder {
  const receiver = call.kind === 'CallExpr' && call.fun.kind === 'SelectorExpr' ? call.fun.x : undefined;
  return receiver?.kind === 'Ident' ? identHolder(receiver, info) : { kind: 'elsewhere' };
}

/** In `a, b := f()` the target of each result is the one at its place; `useOf` only knows one-to-one assignments. */
function resultTarget(call: Expr, result: number, first: Expr, info: DeclInfo): Expr {
  return resultTargets(call, info)[result] ?? first;
}

function targetHolder(target: Expr, info: DeclInfo): Holder {
  if (target.kind === 'SelectorExpr') {
    const inPackage = target.x.kind === 'Ident' && info.objectOf(target.x)?.kind === 'PkgName';
    return inPackage ? { kind: 'elsewhere' } : { kind: 'field', field: target.sel.name, owner: target.x };
  }
  return target.kind === 'Ident' ? identHolder(target, info) : { kind: 'elsewhere' };
}

function identHolder(ident: Ident, info: DeclInfo): Holder {
  if (ident.name === '_') return { kind: 'nobody' };
  const object = info.objectOf(ident);
  // A package variable lives as long as the process.
  return object?.kind === 'Var' && object.role !== 'package'
    ? { kind: 'variable', variable: object }
    : { kind: 'elsewhere' };
}

/** Whether a use of a channel, or of another part of the resource, ends where it stands. */
export function isLocalUse(use: Use): boolean {
  return use.kind === 'received' || use.kind === 'compared' || use.kind === 'dropped';
}

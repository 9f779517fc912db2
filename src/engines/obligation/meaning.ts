import type { CallExpr, Expr, Ident, Stmt } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import type { DeclInfo, Func } from '../../model/info.ts';
import { parameterAt } from '../../model/parameter-at.ts';
import { calleeOf } from '../../model/type-of.ts';
import type { Use } from '../../model/use.ts';
import { callRole, useOf } from '../../model/use.ts';
import type { Context } from './context.ts';
import { isLocalUse } from './holder.ts';

/** What one use of the variable that holds a resource does to the duty. */
export type Meaning =
  /** The resource is released here. */
  | { readonly kind: 'release' }
  /** A deferred release, bound to the value the variable has at the defer statement. */
  | { readonly kind: 'deferred-release' }
  /** The resource is used, its channel received from: the duty stays. */
  | { readonly kind: 'use' }
  /** As `use`, by a function that a go statement starts with it. */
  | { readonly kind: 'started'; readonly func: Func }
  /** The variable is given another value. */
  | { readonly kind: 'overwrite' }
  /** Handed to where we cannot see: the duty goes with it. */
  | { readonly kind: 'escape' };

const release: Meaning = { kind: 'release' };
const deferred: Meaning = { kind: 'deferred-release' };
const plainUse: Meaning = { kind: 'use' };
const escape: Meaning = { kind: 'escape' };

/** How deep parameters are followed into functions of the package. */
const summaryDepth = 2;

/** The meaning of a use of the holder. */
export function meaningOf(ident: Expr, info: DeclInfo, context: Context, depth = summaryDepth): Meaning {
  const use = useOf(ident, info);
  if (context.rule.held === 'function') return functionMeaning(use, info);
  switch (use.kind) {
    case 'method-call':
      return methodMeaning(use.name, use.call, info, context);
    case 'selected':
      return selectedMeaning(use.name, use.selector, info, context);
    case 'argument':
      return argumentMeaning(use.call, use.index, info, context, depth);
    case 'assigned':
      return { kind: 'overwrite' };
    case 'stored':
      return use.target.kind === 'Ident' && use.target.name === '_' ? plainUse : escape;
    case 'compared':
    case 'received':
    case 'dropped':
      return plainUse;
    default:
      return escape;
  }
}

/** Whoever mentions a function may call it; only to drop it, or to replace it, is no use. As go vet's lostcancel, which takes both for one. */
function functionMeaning(use: Use, info: DeclInfo): Meaning {
  if (use.kind === 'assigned') return setsToNil(use.stmt) ? escape : { kind: 'overwrite' };
  if (use.kind === 'called') return callRole(use.call, info) === 'deferred' ? deferred : release;
  return use.kind === 'stored' && use.target.kind === 'Ident' && use.target.name === '_' ? plainUse : escape;
}

/** `cancel = nil` says that somebody knows, and means to keep what it would end. */
function setsToNil(stmt: Stmt): boolean {
  return stmt.kind === 'AssignStmt' && stmt.rhs.length === 1 && stmt.rhs[0]?.kind === 'Ident' && stmt.rhs[0].name === 'nil';
}

function methodMeaning(name: string, call: CallExpr, info: DeclInfo, { rule }: Context): Meaning {
  if (rule.release.includes(name)) return callRole(call, info) === 'deferred' ? deferred : release;
  return rule.uses.includes(name) ? plainUse : escape;
}

/** `t.C` received from on the spot, or kept in a local variable, leaves the duty where it is; a method value takes it along. */
function selectedMeaning(name: string, selector: Expr, info: DeclInfo, { rule }: Context): Meaning {
  if (!rule.uses.includes(name)) return escape;
  const use = useOf(selector, info);
  if (rule.expires && use.kind === 'received') return release; // it has ended by itself
  return isLocalUse(use) || isPlainArgument(use, info) || isLocalAlias(use, info) ? plainUse : escape;
}

/** A channel lent to a call that ends before the caller goes on. */
function isPlainArgument(use: Use, info: DeclInfo): boolean {
  return use.kind === 'argument' && callRole(use.call, info) === undefined;
}

function isLocalAlias(use: Use, info: DeclInfo): boolean {
  if (use.kind !== 'stored' || use.target.kind !== 'Ident') return false;
  const object = info.objectOf(use.target);
  return object?.kind === 'Var' && object.role === 'local' && info.usesOf(object).every((ident) => isUsedHere(ident, info));
}

function isUsedHere(ident: Ident, info: DeclInfo): boolean {
  const use = useOf(ident, info);
  return isLocalUse(use) || use.kind === 'assigned' || isPlainArgument(use, info);
}

function argumentMeaning(call: CallExpr, index: number, info: DeclInfo, context: Context, depth: number): Meaning {
  const callee = calleeOf(call, info, context.model);
  const role = callRole(call, info);
  if (callee?.kind !== 'Func') return escape;
  const effect = parameterEffect(callee.func, index, context, depth);
  if (effect === 'releases') return role === 'deferred' ? deferred : release;
  if (effect === 'escapes') return escape;
  return role === 'goroutine' ? { kind: 'started', func: callee.func } : plainUse;
}

/** What a function of the package does with one of its parameters. One mention of a release is enough: helpers that release say so. */
function parameterEffect(func: Func, index: number, context: Context, depth: number): 'releases' | 'uses' | 'escapes' {
  const info = context.model.infoOf(func);
  const parameter = depth > 0 && info.decl.kind === 'FuncDecl' ? parameterAt(info.decl, index, info) : undefined;
  if (!parameter) return 'escapes';
  if (parameter.variadic) return mentionsRelease(info, context) ? 'releases' : 'escapes';
  const meanings = info.usesOf(parameter).map((ident) => meaningOf(ident, info, context, depth - 1));
  if (meanings.some((each) => each.kind === 'release' || each.kind === 'deferred-release')) return 'releases';
  return meanings.every((each) => each.kind === 'use') ? 'uses' : 'escapes';
}

function mentionsRelease(info: DeclInfo, { rule }: Context): boolean {
  return someNode(info.decl, (node) => node.kind === 'SelectorExpr' && rule.release.includes(node.sel.name));
}

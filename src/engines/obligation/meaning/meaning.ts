import type { CallExpr, CompositeLit, Expr, Ident, Stmt } from '../../../syntax/ast.ts';
import { someNode } from '../../../syntax/walk.ts';
import type { DeclInfo, Func, Var } from '../../../model/info.ts';
import { rootVar } from '../../../model/names/entity-name.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import { typeFromExpr, typeString } from '../../../model/types/type.ts';
import { calleeOf, funcOf } from '../../../model/types/type-of.ts';
import type { Use } from '../../../model/code/use.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import { isBorrower, returnsWrapper } from './borrower.ts';
import type { Context } from '../context.ts';
import { functionMeaning } from './function-meaning.ts';
import type { Hold, Owner } from '../hold/hold.ts';
import { isOwner } from '../hold/hold.ts';
import { isLocalUse } from '../hold/holder.ts';
import { identOf } from '../hold/ident-of.ts';
import { lends } from './lender.ts';
import { isLentDescriptor } from './lent-descriptor.ts';
import { isLentToCommand } from './lent-to-command.ts';
import type { Meaning } from './meaning-kind.ts';
import { deferred, escape, isBlank, plainUse, release } from './meaning-kind.ts';
import { carriedResult } from './carried-result.ts';
import { ownedField, ownerIn } from '../hold/owner.ts';
import { ownerMeaning } from './owner-meaning.ts';
import { isStub } from './stub.ts';

/** How deep parameters are followed into functions of the package. */
const summaryDepth = 2;

/** As above, for the methods of what a function has made itself. */
const ownerDepth = 3;

/** The meaning of a use of the holder. */
export function meaningOf(
  ident: Expr,
  info: DeclInfo,
  context: Context,
  hold: Hold = 'whole',
  depth = summaryDepth,
): Meaning {
  const use = useOf(ident, info);
  if (isOwner(hold)) {
    const own = ownerMeaning(ident, use, hold, info, context, {
      of: (expr, held) => meaningOf(expr, info, context, held, depth),
      receiver: (func) => receiverEffect(func, context, hold, depth),
    });
    if (own) return own;
  } else if (context.rule.held === 'function') return functionMeaning(ident, use, info, context);
  switch (use.kind) {
    case 'method-call':
      return methodMeaning(use.name, use.call, info, context, hold);
    case 'selected':
      return selectedMeaning(use.name, use.selector, info, context, hold, depth);
    case 'argument':
      return argumentMeaning(use.call, use.index, info, context, hold, depth);
    case 'assigned': // `resp.Body = wrap(resp.Body)`: whoever closes the new one closes the old one
      return ident.kind === 'Ident' || (hold === 'part' && isReplaced(ident, use.stmt, info))
        ? { kind: 'overwrite' }
        : escape;
    case 'stored':
      return isLentToCommand(use.target, info, context.model) ? plainUse : storedMeaning(use.target, ident, info, hold);
    case 'element':
      return elementMeaning(ident, use.literal, info, context, hold, depth);
    case 'compared':
    case 'received':
    case 'dropped':
      return plainUse;
    case 'returned': // whoever is given a wrapper that owns nothing cannot end what it reads; a file the runtime closes in the end
      return hold === 'wrapper' && context.rule.part !== undefined && !context.believing ? plainUse : escape;
    default:
      return escape;
  }
}

/** `resp.Body = io.NopCloser(bytes.NewReader(data))`: what the part is given has nothing of what it held. */
function isReplaced(part: Expr, stmt: Stmt, info: DeclInfo): boolean {
  const root = rootVar(part, info);
  if (stmt.kind !== 'AssignStmt' || !root || stmt.lhs.length !== stmt.rhs.length) return false;
  const value = stmt.rhs[stmt.lhs.indexOf(part)];
  return (
    value?.kind === 'CallExpr' && !someNode(value, (node) => node.kind === 'Ident' && info.objectOf(node) === root)
  );
}

function methodMeaning(name: string, call: CallExpr, info: DeclInfo, context: Context, hold: Hold): Meaning {
  const { rule } = context;
  if (hold === 'literal') return escape;
  if (hold === 'wrapper' || hold === 'stub' || (hold === 'whole' && rule.part !== undefined)) return plainUse;
  if (rule.release.includes(name)) return callRole(call, info) === 'deferred' ? deferred : release;
  if (rule.uses.includes(name)) return plainUse;
  if (!rule.anyUse || callRole(call, info) === 'goroutine') return escape;
  return rule.handsOn?.includes(name) !== true || isLentDescriptor(call, info, context) ? plainUse : escape;
}

/**
 * `t.C` received from on the spot, or kept in a local variable, leaves the duty where it is; a method value takes it
 * along.
 */
function selectedMeaning(name: string, selector: Expr, info: DeclInfo, context: Context, hold: Hold, depth: number): Meaning {
  const { rule } = context;
  if (hold === 'wrapper') return plainUse;
  if (hold === 'literal' || hold === 'stub') return fieldMeaning(useOf(selector, info), info, context);
  if (hold === 'whole' && rule.part !== undefined) return name === rule.part ? meaningOf(selector, info, context, 'part', depth) : plainUse;
  const use = useOf(selector, info);
  // `_ = f.Close` calls nothing.
  if (rule.release.includes(name) && use.kind === 'stored' && isBlank(use.target)) return plainUse;
  if (!rule.uses.includes(name)) return escape;
  if (rule.expires && use.kind === 'received') return release; // it has ended by itself
  if (use.kind === 'method-call' || use.kind === 'selected') return usedPartMeaning(use.name, use.kind, rule);
  if (use.kind === 'assigned') return plainUse;
  return isLocalUse(use) || isPlainArgument(use, info) || isLocalAlias(use, info) ? plainUse : escape;
}

/** `cmd.Process.Kill()` only uses it, `cmd.Process.Wait()` releases it, and `cmd.Process.Wait` takes it along. */
function usedPartMeaning(name: string, kind: 'method-call' | 'selected', { release: names }: Context['rule']): Meaning {
  if (!names.includes(name)) return plainUse;
  return kind === 'method-call' ? release : escape;
}

/** A field of a literal may be the one with the resource, or a method of it, which takes the literal along. */
function fieldMeaning(use: Use, info: DeclInfo, { rule }: Context): Meaning {
  if (use.kind === 'method-call' && rule.release.includes(use.name)) return callRole(use.call, info) === 'deferred' ? deferred : release;
  return ['assigned', 'compared', 'method-call'].includes(use.kind) ? plainUse : escape;
}

/** Another local variable holds it, too; one of a function around a literal is there when the literal has ended. */
function storedMeaning(target: Expr, stored: Expr, info: DeclInfo, hold: Hold): Meaning {
  if (isBlank(target)) return plainUse;
  const field = target.kind === 'SelectorExpr' && !isOwner(hold) ? ownedField(target, hold === 'part' ? 'part' : 'whole', info) : undefined;
  if (field && hold === 'wrapper') return plainUse; // whoever has it has nothing to close
  if (field && (hold === 'whole' || hold === 'part')) return { kind: 'alias', ...field };
  const variable = identOf(target, info);
  return variable?.role === 'local' && variable.func === info.enclosingFunc(stored) ? { kind: 'alias', variable, hold } : escape;
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

function argumentMeaning(call: CallExpr, index: number, info: DeclInfo, context: Context, hold: Hold, depth: number): Meaning {
  const callee = calleeOf(call, info, context.model);
  const role = callRole(call, info);
  if (callee?.kind === 'Foreign' && role !== 'goroutine' && isBorrower(callee.name, context.rule)) {
    return returnsWrapper(callee.name) ? wrapperMeaning(call, info, context, depth) : plainUse;
  }
  if (callee?.kind === 'Foreign' && context.rule.takenOver?.[callee.name] === index && (hold === 'whole' || isOwner(hold)) && role === undefined)
    return depth < wrapperDepth ? escape : meaningOf(call, info, context, hold, depth - 1);
  if (callee?.kind === 'Foreign' && context.rule.takers?.includes(callee.name)) return escape;
  const func = funcOf(callee);
  if (!func && call.fun.kind !== 'FuncLit') {
    return role === 'goroutine' ? escape : believedMeaning(call, info, context, hold, depth);
  }
  if (func && context.believing === 'literals' && isStub(func, index, context)) {
    return stubMeaning(call, info, context, depth);
  }
  const effect = call.fun.kind === 'FuncLit'
    ? effectOf(parameterAt(call.fun, index, info), info, context, hold, depth)
    : func ? parameterEffect(func, index, context, hold, depth) : 'escapes';
  if (effect === 'releases') return role === 'deferred' ? deferred : release;
  if (effect === 'escapes') {
    const result = func && hold === 'whole' && role === undefined && depth > 1 ? carries(func, index, context) : undefined;
    return result === undefined ? escape : { kind: 'carried', call, result };
  }
  if (role !== 'goroutine') return plainUse;
  return func ? { kind: 'started', func } : escape;
}

/**
 * A function out of sight takes the resource along, but where its name is believed. One that is given a whole response
 * may close it all the same.
 */
function believedMeaning(call: CallExpr, info: DeclInfo, context: Context, hold: Hold, depth: number): Meaning {
  const isWhole = hold === 'whole' && context.rule.part !== undefined;
  const kind = context.believing && !isWhole ? lends(call, isOwner(hold) ? 'literal' : hold, context) : undefined;
  if (kind === undefined) return escape;
  return kind === 'wraps' ? wrapperMeaning(call, info, context, depth) : plainUse;
}

/**
 * A literal with the resource in a field: whoever has the literal has the resource, but for a reader of a library that
 * only reads.
 */
function elementMeaning(value: Expr, literal: CompositeLit, info: DeclInfo, context: Context, hold: Hold, depth: number): Meaning {
  const owner = hold === 'whole' || hold === 'part' ? ownerIn(value, literal, hold, info, context) : undefined;
  const reader = !isOwner(hold) && literal.type && isBorrower(typeString(typeFromExpr(literal.type, info)), context.rule) ? 'wrapper' : undefined;
  const held = owner ?? reader ?? (context.believing === 'literals' && !isOwner(hold) ? 'literal' : undefined);
  if (held === undefined || depth < wrapperDepth) return escape;
  const parent = info.parent(literal);
  return meaningOf(parent?.kind === 'UnaryExpr' ? parent : literal, info, context, held, depth - 1);
}

function stubMeaning(call: CallExpr, info: DeclInfo, context: Context, depth: number): Meaning {
  return depth < wrapperDepth ? escape : meaningOf(call, info, context, 'stub', depth - 1);
}

/** Wrappers in wrappers deeper than this are handed on, as far as we care: a bound for hostile code. */
const wrapperDepth = -6;

function wrapperMeaning(call: CallExpr, info: DeclInfo, context: Context, depth: number): Meaning {
  return depth < wrapperDepth ? escape : meaningOf(call, info, context, 'wrapper', depth - 1);
}

/**
 * What a function of the workspace does with one of its parameters. One mention of a release is enough: helpers that
 * release say so.
 */
function parameterEffect(func: Func, index: number, context: Context, hold: Hold, depth: number): 'releases' | 'uses' | 'escapes' {
  const info = context.model.infoOf(func);
  return effectOf(info.decl.kind === 'FuncDecl' ? parameterAt(info.decl, index, info) : undefined, info, context, hold, depth);
}

/** What a method of the workspace does with its receiver, an owner. */
export function receiverEffect(func: Func, context: Context, owner: Owner, depth = summaryDepth): 'releases' | 'uses' | 'escapes' {
  const info = context.model.infoOf(func);
  const name = info.decl.kind === 'FuncDecl' ? info.decl.recv?.names[0] : undefined;
  const receiver = name && name.name !== '_' ? identOf(name, info) : undefined;
  return receiver ? effectOf(receiver, info, context, owner, depth) : 'uses';
}

/**
 * The number of the result as which a function gives a parameter back, or nil with an error, and does no more than use
 * it else; undefined where it does anything else with it.
 */
function carries(func: Func, index: number, context: Context): number | undefined {
  const info = context.model.infoOf(func);
  const parameter = info.decl.kind === 'FuncDecl' ? parameterAt(info.decl, index, info) : undefined;
  if (info.decl.kind !== 'FuncDecl' || !parameter || parameter.variadic) return undefined;
  const uses = holdingsOf(parameter, info, context, 'whole', 1).flatMap((each) => each.uses).filter(({ meaning }) => meaning.kind !== 'use' && meaning.kind !== 'alias');
  return uses.every(({ meaning }) => meaning.kind === 'escape') ? carriedResult(info.decl, uses.map(({ ident }) => ident), info) : undefined;
}

function effectOf(
  parameter: Var | undefined,
  info: DeclInfo,
  context: Context,
  hold: Hold,
  depth: number,
): 'releases' | 'uses' | 'escapes' {
  if (!parameter || depth <= 0) return 'escapes';
  if (parameter.variadic) return mentionsRelease(info, context) ? 'releases' : 'escapes';
  const kinds = new Set(
    holdingsOf(parameter, info, context, hold, depth - 1).flatMap((each) => each.uses.map(({ meaning }) => meaning.kind)),
  );
  if (kinds.has('release') || kinds.has('deferred-release')) return 'releases';
  return [...kinds].every((kind) => kind === 'use' || kind === 'alias') ? 'uses' : 'escapes';
}

function mentionsRelease(info: DeclInfo, { rule }: Context): boolean {
  return someNode(info.decl, (node) => node.kind === 'SelectorExpr' && rule.release.includes(node.sel.name));
}

/** A variable that holds a resource, or something of it, with the meanings of its uses. */
export interface Holding {
  readonly variable: Var;
  readonly hold: Hold;
  readonly uses: readonly { readonly ident: Ident; readonly meaning: Meaning }[];
}

/** The variable, and all local variables that are given what it holds. */
export function holdingsOf(
  variable: Var,
  info: DeclInfo,
  context: Context,
  hold: Hold = 'whole',
  depth = isOwner(hold) ? ownerDepth : summaryDepth,
): readonly Holding[] {
  const found: Holding[] = [];
  const pending: Pick<Holding, 'variable' | 'hold'>[] = [{ variable, hold }];
  const seen = new Set([variable]);
  for (const each of pending) {
    const uses = info.usesOf(each.variable).map((ident) => {
      const meaning = meaningOf(ident, info, context, each.hold, depth);
      // `w = io.MultiWriter(os.Stderr, w)`: what takes its place keeps it.
      return { ident, meaning: meaning.kind === 'alias' && meaning.variable === variable ? escape : meaning };
    });
    found.push({ ...each, uses });
    for (const { meaning } of uses) {
      if (meaning.kind !== 'alias' || seen.has(meaning.variable)) continue;
      seen.add(meaning.variable);
      pending.push(meaning);
    }
  }
  return found;
}

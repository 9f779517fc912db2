import { branches } from '../../findings/branches.ts';
import type { Expr, Ident, Stmt } from '../../syntax/ast.ts';
import { someNode } from '../../syntax/walk.ts';
import { step } from '../../findings/step.ts';
import { firstExit } from '../../flow/first-exit.ts';
import type { Path } from '../../flow/paths.ts';
import { after, findPaths, pointAt } from '../../flow/paths.ts';
import type { DeclInfo, Func, FuncNode, Var } from '../../model/info.ts';
import { lineOf } from '../../model/line-of.ts';
import { calleeOf } from '../../model/type-of.ts';
import { callRole, useOf } from '../../model/use.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from './context.ts';
import { feasibleFrom } from './feasible.ts';
import type { Holder } from './holder.ts';
import { identOf } from './ident-of.ts';
import type { Verdict } from './verdict.ts';
import { evidenceOf, resourceOf } from './verdict.ts';

/**
 * Judges a constructor: the resource sits in a field of a local owner that some method releases, but a return (with an
 * error, as a rule) drops the owner before anybody else has seen it.
 */
export function judgeOwner(acquisition: Acquisition, holder: Extract<Holder, { kind: 'field' }>, context: Context): Verdict | undefined {
  const { info, call } = acquisition;
  const func = info.enclosingFunc(call);
  const cfg = func && context.cfgs.of(func, info);
  const point = cfg && pointAt(cfg, call);
  const owner = ownerOf(holder.owner, info);
  if (!func || !cfg || !point || !owner || owner.func !== func || owner.role !== 'local' || !isReturned(owner, info)) return undefined;
  const paths = findPaths(after(point), {
    node: (node) => (handsOn(node, owner, func, holder.field, info, context) ? 'cut' : 'pass'),
    feasible: feasibleFrom(call, undefined, info),
  });
  const found = firstExit(paths.filter(isReturn), cfg, info);
  if (!found) return undefined;
  const { exit, path } = found;
  const resource = resourceOf(acquisition, undefined, context);
  return {
    fact: { kind: 'owner-dropped', resource, field: holder.field, owner: owner.name, line: lineOf(exit.span.pos, info) },
    evidence: evidenceOf(acquisition, { beliefs: ['owner-dropped'] }),
    steps: [step('acquired', call, info), ...branches(path, info), step('exit', exit.span, info)],
  };
}

function isReturn(path: Path): boolean {
  return path.end.exit === 'return';
}

/** The local variable that is, or is given, the owner: `o.f = …`, `o := T{f: …}`, `o := &T{f: …}`. */
function ownerOf(owner: Expr, info: DeclInfo): Var | undefined {
  if (owner.kind !== 'CompositeLit') return identOf(owner, info);
  const parent = info.parent(owner);
  const value = parent?.kind === 'UnaryExpr' ? parent : owner;
  const use = useOf(value, info);
  return use.kind === 'stored' ? identOf(use.target, info) : undefined;
}

function isReturned(owner: Var, info: DeclInfo): boolean {
  return info.usesOf(owner).some((ident) => useOf(ident, info).kind === 'returned');
}

/** Whether a node of the graph releases the owner or shows it to anybody else. */
function handsOn(node: Stmt | Expr, owner: Var, func: FuncNode, field: string, info: DeclInfo, context: Context): boolean {
  return info.usesOf(owner).some((ident) => {
    if (ident.pos < node.pos || node.end < ident.end) return false;
    return info.enclosingFunc(ident) !== func || !isKeptBy(ident, field, info, context);
  });
}

/**
 * Whether a use leaves the owner where it is: fields read and written, and methods that neither release the field nor keep
 * the receiver.
 */
function isKeptBy(ident: Ident, field: string, info: DeclInfo, context: Context): boolean {
  const use = useOf(ident, info);
  if (use.kind === 'compared') return true;
  if (use.kind === 'selected') return use.name === field ? isPlainUse(use.selector, info, context) : !isMethodValue(use.selector, info);
  if (use.kind !== 'method-call' || callRole(use.call, info) !== undefined) return false;
  const callee = calleeOf(use.call, info, context.model);
  return callee?.kind === 'Func' && isHarmless(callee.func, field, context);
}

/** Whether a use of the field itself neither releases the resource nor hands it on. */
function isPlainUse(selector: Expr, info: DeclInfo, { rule }: Context): boolean {
  const use = useOf(selector, info);
  if (use.kind === 'selected' || use.kind === 'method-call') return rule.uses.includes(use.name);
  return use.kind === 'assigned' || use.kind === 'compared';
}

/** `o.f.x(…)`, `o.f = v` and the like go on to a part of the owner; `o.m` handed on as a value takes the owner along. */
function isMethodValue(selector: Expr, info: DeclInfo): boolean {
  const use = useOf(selector, info);
  return use.kind === 'argument' || use.kind === 'stored' || use.kind === 'element';
}

function isHarmless(func: Func, field: string, { model }: Context): boolean {
  const info = model.infoOf(func);
  const receiver = info.decl.kind === 'FuncDecl' ? info.decl.recv?.names[0] : undefined;
  const object = receiver && info.objectOf(receiver);
  if (object?.kind !== 'Var') return receiver === undefined;
  const releases = someNode(info.decl, (node) => node.kind === 'SelectorExpr' && node.sel.name === field);
  const keeps = info.usesOf(object).some((ident) => {
    const { kind } = useOf(ident, info);
    return (kind !== 'selected' && kind !== 'method-call' && kind !== 'compared') || info.enclosingFunc(ident) !== info.decl;
  });
  return !releases && !keeps;
}

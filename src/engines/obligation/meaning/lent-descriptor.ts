import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { parameterAt } from '../../../model/code/parameter-at.ts';
import { calleeOf, funcOf } from '../../../model/types/type-of.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { CallExpr, Expr, Ident } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';

/**
 * `unix.Fstat(int(f.Fd()), &stat)`: the number goes no further than a call that only uses it. What locks it may be all
 * that the file is for; not where the function goes on to keep the file, or closes it.
 */
export function isLentDescriptor(call: CallExpr, info: DeclInfo, context: Context): boolean {
  return isLent(call, info, context, helperDepth)
    || (isLocked(call, info, context) && hasOwner(call, info, context.rule.release));
}

/** How deep a number is followed into functions of the workspace. */
const helperDepth = 2;

/** Whether a number, or what it is converted to, is only an argument of a call that uses it while it runs. */
function isLent(number: Expr, info: DeclInfo, context: Context, depth: number): boolean {
  const { rule: { descriptorUsers = [], systemCalls }, model } = context;
  const numbers = placesOf(number, info);
  if (numbers) return numbers.every((each) => isLent(each, info, context, depth));
  const taken = takerOf(number, info);
  const callee = taken && calleeOf(taken.call, info, model);
  if (!taken || !callee) return false;
  if (callee.kind === 'Foreign') {
    const [request] = taken.call.args;
    const isLending = request?.kind === 'SelectorExpr' && systemCalls?.lending.includes(request.sel.name) === true;
    return matchesName(callee.name, descriptorUsers) || (isLending && matchesName(callee.name, systemCalls.of));
  }
  const func = funcOf(callee);
  const there = func && depth > 0 ? model.infoOf(func) : undefined;
  const parameter = there?.decl.kind === 'FuncDecl' ? parameterAt(there.decl, taken.index, there) : undefined;
  return there !== undefined && parameter !== undefined && !parameter.variadic
    && there.usesOf(parameter).every((ident) => isLent(ident, there, context, depth - 1));
}

function isLocked(number: Expr, info: DeclInfo, context: Context): boolean {
  const { rule, model } = context;
  const numbers = placesOf(number, info);
  if (numbers) return numbers.every((each) => isLent(each, info, context, helperDepth) || isLocked(each, info, context));
  const taken = takerOf(number, info);
  const callee = taken && calleeOf(taken.call, info, model);
  return callee?.kind === 'Foreign' && matchesName(callee.name, rule.descriptorLockers ?? []);
}

/** Where `fd` is used, of `fd := int(f.Fd())` and of nothing else; undefined where no variable has the number. */
function placesOf(number: Expr, info: DeclInfo): readonly Ident[] | undefined {
  const use = useOf(converted(number, info), info);
  const variable = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  if (variable?.kind !== 'Var' || variable.role !== 'local' || variable.origin?.kind !== 'value') return undefined;
  const uses = info.usesOf(variable);
  return uses.some((ident) => useOf(ident, info).kind === 'assigned') ? undefined : uses;
}

/** `int(number)`, or the number itself. */
function converted(number: Expr, info: DeclInfo): Expr {
  const outer = info.parent(number);
  return outer?.kind === 'CallExpr' && outer.fun.kind === 'Ident' && isIntegerType(outer.fun.name) ? outer : number;
}

/** The call that is given a number, by way of a conversion or not, before the function goes on. */
function takerOf(number: Expr, info: DeclInfo): { readonly call: CallExpr; readonly index: number } | undefined {
  const use = useOf(converted(number, info), info);
  return use.kind === 'argument' && callRole(use.call, info) === undefined ? use : undefined;
}

/** Whether the file is returned, put somewhere or closed, too. */
function hasOwner({ fun }: CallExpr, info: DeclInfo, release: readonly string[]): boolean {
  const file = fun.kind === 'SelectorExpr' && fun.x.kind === 'Ident' ? info.objectOf(fun.x) : undefined;
  return file?.kind === 'Var' && info.usesOf(file).some((ident) => {
    const use = useOf(ident, info);
    return (
      ['returned', 'element', 'stored'].includes(use.kind) || (use.kind === 'method-call' && release.includes(use.name))
    );
  });
}

function isIntegerType(name: string): boolean {
  return ['int', 'int32', 'int64', 'uint', 'uint32', 'uint64', 'uintptr'].includes(name);
}

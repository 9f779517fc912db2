import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { CallExpr } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';

/**
 * `unix.Fstat(int(f.Fd()), &stat)`: the number goes no further than a call that only uses it. What locks it may be all
 * that the file is for; not where the function goes on to keep the file, or closes it.
 */
export function isLentDescriptor(call: CallExpr, info: DeclInfo, { rule, model }: Context): boolean {
  const outer = info.parent(call);
  const isConversion = outer?.kind === 'CallExpr' && outer.fun.kind === 'Ident' && isIntegerType(outer.fun.name);
  const use = useOf(isConversion ? outer : call, info);
  const callee =
    use.kind === 'argument' && callRole(use.call, info) === undefined ? calleeOf(use.call, info, model) : undefined;
  if (callee?.kind !== 'Foreign') return false;
  return matchesName(callee.name, rule.descriptorUsers ?? [])
    || (matchesName(callee.name, rule.descriptorLockers ?? []) && hasOwner(call, info, rule.release));
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

import type { DeclInfo } from '../../../model/info.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { calleeOf } from '../../../model/types/type-of.ts';
import { callRole, useOf } from '../../../model/code/use.ts';
import type { CallExpr } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';

/** `unix.Fstat(int(f.Fd()), &stat)`: the number goes no further than a call that only uses it. */
export function isLentDescriptor(call: CallExpr, info: DeclInfo, { rule, model }: Context): boolean {
  const outer = info.parent(call);
  const isConversion = outer?.kind === 'CallExpr' && outer.fun.kind === 'Ident' && isIntegerType(outer.fun.name);
  const use = useOf(isConversion ? outer : call, info);
  const callee = use.kind === 'argument' && callRole(use.call, info) === undefined ? calleeOf(use.call, info, model) : undefined;
  return callee?.kind === 'Foreign' && matchesName(callee.name, rule.descriptorUsers ?? []);
}

function isIntegerType(name: string): boolean {
  return ['int', 'int32', 'int64', 'uint', 'uint32', 'uint64', 'uintptr'].includes(name);
}

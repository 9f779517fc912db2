import type { CallExpr, FuncType } from '../syntax/ast.ts';
import type { DeclInfo } from './info.ts';
import type { PackageModel } from './package-model.ts';
import { dereferenced } from './type.ts';
import { typeOf } from './type-of.ts';

/** A function's type as it is written, and where: the context of the names in it. */
export interface Signature {
  readonly type: FuncType;
  readonly info: DeclInfo;
}

/** The signature of what is called, where that is a function value or a method of an interface of this package. */
export function signatureOf({ fun }: CallExpr, info: DeclInfo, model: PackageModel): Signature | undefined {
  const value = typeOf(fun, info, model);
  if (value?.kind === 'Func') return value;
  const receiver = fun.kind === 'SelectorExpr' ? dereferenced(typeOf(fun.x, info, model)) : undefined;
  if (fun.kind !== 'SelectorExpr' || receiver?.kind !== 'Named' || receiver.object.spec.type.kind !== 'InterfaceType') return undefined;
  const method = receiver.object.spec.type.methods.find((each) => each.names.some((name) => name.name === fun.sel.name));
  return method?.type.kind === 'FuncType' ? { type: method.type, info: receiver.object.info } : undefined;
}

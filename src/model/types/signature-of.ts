import type { CallExpr } from '../../syntax/ast.ts';
import type { DeclInfo } from '../info.ts';
import type { Signature } from './members.ts';
import { interfaceMethod } from './members.ts';
import type { PackageModel } from '../package-model.ts';
import { underlying } from './type.ts';
import { typeOf } from './type-of.ts';

/**
 * The signature of what is called, where that is a function value, of a named type or not, or a method of an interface
 * of the workspace.
 */
export function signatureOf({ fun }: CallExpr, info: DeclInfo, model: PackageModel): Signature | undefined {
  const value = underlying(typeOf(fun, info, model));
  if (value?.kind === 'Func') return value;
  return fun.kind === 'SelectorExpr' ? interfaceMethod(typeOf(fun.x, info, model), fun.sel.name) : undefined;
}

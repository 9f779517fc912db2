import type { Resource } from '../../findings/resource.ts';
import type { DeclInfo } from '../../model/info.ts';
import { textOf } from '../../model/text-of.ts';
import type { CallExpr } from '../../syntax/ast.ts';
import type { RegistryContext } from './registry-context.ts';

/** What a call registers, in the words of findings: it is released by taking it out of the registry. */
export function registeredResource({ fun }: CallExpr, info: DeclInfo, { rule, registry }: RegistryContext): Resource {
  return {
    noun: rule.noun,
    holder: undefined,
    call: textOf(fun, info),
    release: registry.unregister,
    released: 'unregistered',
  };
}

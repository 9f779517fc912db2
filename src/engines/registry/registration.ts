import { matchesName } from '../../model/names/name-pattern.ts';
import { calleeOf } from '../../model/types/type-of.ts';
import type { Expr } from '../../syntax/ast.ts';
import type { Call } from '../../model/code/calls.ts';
import { callsNamed, lastName, recurringFunc } from '../../model/code/calls.ts';
import type { NameParts } from './name-parts.ts';
import { nameParts } from './name-parts.ts';
import type { RegistryContext } from './registry-context.ts';

/** A call that puts one resource for each name into a registry. */
export interface Registration extends Call {
  readonly name: NameParts;
  /** The registry as an argument or receiver. */
  readonly in: Expr | undefined;
}

/** The registrations of a package that may run more than once. */
export function registrations(context: RegistryContext): readonly Registration[] {
  const { registry, model } = context;
  const words = [...registry.named.map(lastName), registry.lookup];
  return callsNamed(words, model).flatMap(({ call, info }): Registration[] => {
    const [name, second] = call.args;
    if (!name || !second || !recurringFunc(call, info, model)) return [];
    const parts = nameParts(name, info, model);
    const callee = calleeOf(call, info, model);
    if (callee?.kind === 'Foreign' && matchesName(callee.name, registry.named)) {
      return [{ call, info, name: parts, in: second }];
    }
    const made = constructorName(second, { call, info }, context);
    if (made === undefined || call.fun.kind !== 'SelectorExpr' || call.fun.sel.name !== registry.lookup) return [];
    return [{ call, info, name: parts, in: call.fun.x }];
  });
}

/** The constructor that is handed over as a function: `r.GetOrRegister(name, metrics.NewMeter)`. */
function constructorName(argument: Expr, { info }: Call, { rule }: RegistryContext): string | undefined {
  if (argument.kind !== 'SelectorExpr' || argument.x.kind !== 'Ident') return undefined;
  const object = info.objectOf(argument.x);
  const name = object?.kind === 'PkgName' ? `${object.path}.${argument.sel.name}` : undefined;
  return matchesName(name, rule.acquire) ? name : undefined;
}

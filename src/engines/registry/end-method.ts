import type { Var } from '../../model/info.ts';
import { methodOf } from '../../model/types/members.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { typeOfVar } from '../../model/types/type-of.ts';

const names = ['Close', 'Stop', 'Shutdown', 'close', 'stop', 'shutdown'] as const;

/** The method that ends the life of a variable's value, where its type has one. */
export function endMethod(variable: Var, model: PackageModel): string | undefined {
  const type = typeOfVar(variable, model);
  return names.find((name) => methodOf(type, name) !== undefined);
}

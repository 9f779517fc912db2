import type { PackageModel } from '../../model/package-model.ts';
import type { Callee } from '../../model/type-of.ts';
import { calleeOf } from '../../model/type-of.ts';
import type { Call } from './calls.ts';
import { callsNamed, lastName } from './calls.ts';

/** A call of a function of another package, named as Go prints it. */
export interface ForeignCall extends Call {
  readonly name: string;
}

/** The calls of functions of other packages, in files that are reported on and do not help tests. */
export function foreignCalls(names: readonly string[], model: PackageModel): readonly ForeignCall[] {
  return callsNamed(names.map(lastName), model).flatMap(({ call, info }): ForeignCall[] => {
    if (!info.file.report || info.file.source.imports.some((spec) => spec.path === 'testing')) return [];
    const name = listed(calleeOf(call, info, model), names);
    return name === undefined ? [] : [{ call, info, name }];
  });
}

function listed(callee: Callee | undefined, names: readonly string[]): string | undefined {
  return callee?.kind === 'Foreign' && names.includes(callee.name) ? callee.name : undefined;
}

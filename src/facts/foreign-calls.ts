import { isCalled } from '../syntax/token/token-place.ts';
import { helpsTests } from '../model/helps-tests.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Callee } from '../model/types/type-of.ts';
import { calleeOf } from '../model/types/type-of.ts';
import type { Call } from '../model/code/calls.ts';
import { callsIn, lastName } from '../model/code/calls.ts';

/** A call of a function of another package, named as Go prints it. */
export interface ForeignCall extends Call {
  readonly name: string;
}

/** The calls of functions of other packages, in files that are reported on and do not help tests. */
export function foreignCalls(names: readonly string[], model: PackageModel): readonly ForeignCall[] {
  return callsSpelled(names, model).flatMap(({ call, info }): ForeignCall[] => {
    if (!info.file.report || helpsTests(info.file.source)) return [];
    const name = listed(calleeOf(call, info, model), names);
    return name === undefined ? [] : [{ call, info, name }];
  });
}

/** The calls that are spelled with the last word of one of these names. */
function callsSpelled(names: readonly string[], model: PackageModel): readonly Call[] {
  const words = new Set(names.map(lastName));
  const infos = new Set([...words].flatMap((word) => model.declarationsUsing(word, undefined, isCalled)));
  return [...infos].filter(({ file }) => file.report).flatMap((info) => callsIn(info, words));
}

/** A method of pointers may be called on a variable as well: `mu.Lock()` of `var mu sync.Mutex`. */
function listed(callee: Callee | undefined, names: readonly string[]): string | undefined {
  if (callee?.kind !== 'Foreign') return undefined;
  const ofPointer = callee.name.replace(/^\((?!\*)/, '(*');
  return [callee.name, ofPointer].find((name) => names.includes(name));
}

import type { FunctionCfgs } from '../../flow/function-cfg.ts';
import { matchesName } from '../../model/names/name-pattern.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { CacheLibrary, EvictionGap } from './rule.ts';

/** What questions about the caches of one library need. */
export interface CacheContext {
  readonly rule: EvictionGap;
  readonly cache: CacheLibrary;
  readonly model: PackageModel;
  readonly cfgs: FunctionCfgs;
}

/** Whether `name`, as Go prints it, is this function or type of the library. */
export function isOfLibrary(name: string | undefined, member: string, { paths }: CacheLibrary): boolean {
  return matchesName(name, paths.map((path) => `${path}.${member}`));
}

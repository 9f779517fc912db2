import type { FunctionCfgs } from '../../flow/function-cfg.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Liveness } from './rule.ts';

/** What every question of this engine needs: the rule's data and the package. */
export interface Context {
  readonly rule: Liveness;
  readonly model: PackageModel;
  readonly cfgs: FunctionCfgs;
}

import type { FunctionCfgs } from '../../flow/function-cfg.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Obligation } from '../../spec.ts';

/** What every question of this engine needs: the rule's data and the package. */
export interface Context {
  readonly rule: Obligation;
  readonly model: PackageModel;
  readonly cfgs: FunctionCfgs;
  /** Whether functions out of sight are believed to do what their names say, and no more (`lenders`): what only that shows is less sure. */
  readonly believing?: boolean;
}

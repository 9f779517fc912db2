import type { Seeks } from '../../findings/evidence.ts';
import type { FunctionCfgs } from '../../flow/function-cfg.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Obligation } from './rule.ts';

/** What every question of this engine needs: the rule's data and the package. */
export interface Context {
  readonly rule: Obligation;
  readonly model: PackageModel;
  readonly cfgs: FunctionCfgs;
  /** Whether it is worth looking for what rests on a belief. */
  readonly seeks: Seeks;
  /**
   * What is believed where nothing else shows: that functions out of sight do what their `names` say (`lenders`), and
   * also that what they give does not go on reading, and that a literal with the resource in it, or a generated client,
   * goes no further than it is seen to go.
   */
  readonly believing?: 'names' | 'literals';
}

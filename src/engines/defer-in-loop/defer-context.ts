import type { FunctionCfgs } from '../../flow/function-cfg.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { DeferInLoop } from './rule.ts';

/** What questions about one defer statement in a loop need. */
export interface DeferContext {
  readonly rule: DeferInLoop;
  readonly model: PackageModel;
  readonly cfgs: FunctionCfgs;
}

import type { PackageModel } from '../../model/package-model.ts';
import type { Obligation, Registry } from '../obligation/rule.ts';

/** What questions about registries need: the rule's data and the package. */
export interface RegistryContext {
  readonly rule: Obligation;
  readonly registry: Registry;
  readonly model: PackageModel;
}

import type { Draft } from '../../findings/finding.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { GrowingName } from '../../prefilter/growing-names.ts';
import type { Growth } from '../../spec.ts';
import { containersOf, variablesOf } from './containers.ts';
import type { Context } from './context.ts';
import { judge } from './judge.ts';
import { lostValues } from './lost-values.ts';
import { placesIn } from './places.ts';
import { isShortLived } from './short-lived.ts';

/** Asks of the containers of one package that live as long as the process whether they only grow. `names` are what its text shows. */
export function checkGrowth(rule: Growth, names: readonly GrowingName[], model: PackageModel): readonly Draft[] {
  if (isShortLived(model)) return [];
  const context: Context = { rule, model, places: placesIn(model), variables: variablesOf(names, model), startup: new Map(), aliases: [] };
  return containersOf(names, context).flatMap((container) => [...judge(container, context), ...lostValues(container, context)]);
}

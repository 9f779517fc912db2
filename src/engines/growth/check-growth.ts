import type { Seeks } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Growth } from '../../spec.ts';
import { growingNames } from './growing-names.ts';
import { containersOf } from './containers.ts';
import type { Context } from './context.ts';
import { judge } from './judge.ts';
import { lostValues } from './lost-values.ts';
import { mentioningIn } from './mentioning.ts';
import { placesIn } from './places.ts';

/** Asks of the containers of one package that live as long as the process whether they only grow. */
export function checkGrowth(rule: Growth, model: PackageModel, seeks: Seeks): readonly Draft[] {
  const names = growingNames(model, seeks).filter(({ container }) => container === rule.container);
  if (names.length === 0) return [];
  const places = placesIn();
  const context: Context = {
    rule,
    model,
    seeks,
    seeksDoubtful: seeks('keys-are-told') || model.files.some(({ source }) => source.mayHold('SetFinalizer')),
    mentioning: mentioningIn(model, places, names.length),
    places,
    startup: new Map(),
    aliases: [],
  };
  return containersOf(names, context).flatMap((container) => [...judge(container, context), ...lostValues(container, context)]);
}

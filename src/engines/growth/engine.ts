import type { Seeks } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Growth } from './rule.ts';
import { growingNames } from './container/growing-names.ts';
import { containersOf } from './container/containers.ts';
import type { Context } from './context.ts';
import { judge } from './judge.ts';
import { lostValues } from './effect/lost-values.ts';
import { declarationsUsingIn } from './container/declarations-using.ts';
import { placesIn } from './container/name-occurrences.ts';

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
    declarationsUsing: declarationsUsingIn(model, places, names.length),
    places,
    startup: new Map(),
    aliases: [],
  };
  return containersOf(names, context).flatMap((container) => [...judge(container, context), ...lostValues(container, context)]);
}

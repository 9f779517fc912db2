import type { Seeks } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Growth } from './rule.ts';
import type { Container } from './container/container.ts';
import { growingNames } from './container/growing-names.ts';
import { containersOf } from './container/containers.ts';
import type { Context } from './context.ts';
import { judge } from './judge.ts';
import { lostValues } from './effect/lost-values.ts';
import { declarationsUsingIn } from './container/declarations-using.ts';
import { placesIn } from './container/name-occurrences.ts';

/** Asks of the containers of one package that live as long as the process whether they only grow. */
export function checkGrowth(rule: Growth, model: PackageModel, seeks: Seeks): readonly Draft[] {
  const opened = openContainers(rule, model, seeks);
  return opened
    ? opened.containers.flatMap((container) => [
        ...judge(container, opened.context),
        ...lostValues(container, opened.context),
      ])
    : [];
}

/**
 * The containers of one package that a rule asks about, and what questions about them need; undefined where there are
 * none.
 */
export function openContainers(
  rule: Growth, model: PackageModel, seeks: Seeks,
): { readonly containers: readonly Container[]; readonly context: Context } | undefined {
  const names = growingNames(model).filter(({ container }) => container === rule.container);
  if (names.length === 0) return undefined;
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
  return { containers: containersOf(names, context), context };
}

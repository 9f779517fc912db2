import type { Draft } from '../../findings/finding.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { growingNames } from '../../prefilter/growing-names.ts';
import type { Growth } from '../../spec.ts';
import { containersOf } from './containers.ts';
import type { Context } from './context.ts';
import { judge } from './judge.ts';
import { lostValues } from './lost-values.ts';
import { placesIn } from './places.ts';
import { isShortLived } from './short-lived.ts';

/** Asks of the containers of one package that live as long as the process whether they only grow. */
export function checkGrowth(rule: Growth, model: PackageModel): readonly Draft[] {
  if (isShortLived(model)) return [];
  const names = growingNames({ files: model.files.map(({ source: { path, text }, report }) => ({ path, text, report })) }, rule.container);
  const context: Context = { rule, model, places: placesIn(model, names.length), startup: new Map(), aliases: [] };
  return containersOf(names, context).flatMap((container) => [...judge(container, context), ...lostValues(container, context)]);
}

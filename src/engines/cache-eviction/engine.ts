import type { Draft } from '../../findings/finding.ts';
import { functionCfgs } from '../../flow/function-cfg.ts';
import { importsAny } from '../../model/names/imports.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { EvictionGap } from './rule.ts';
import type { CacheContext } from './cache-context.ts';
import { cacheGroups } from './cache-group.ts';
import { callbackOf } from './callback.ts';
import { skippedEvictions } from './skipped-eviction.ts';
import { copiedCache, neverSwept } from './sweeper.ts';

/** Finds, in one package, the cache calls that drop a value without the callback that was to release it. */
export function checkEvictionGap(rule: EvictionGap, model: PackageModel): readonly Draft[] {
  const cfgs = functionCfgs(model);
  const imported = rule.caches.filter((cache) => importsAny(model.files, cache.paths.map((path) => `${path}.`)));
  return imported.flatMap((cache) => {
    const context: CacheContext = { rule, cache, model, cfgs };
    return cacheGroups(context).flatMap((group): readonly Draft[] => {
      const callback = callbackOf(group, context);
      return [
        ...copiedCache(group, context),
        ...(callback ? [...neverSwept(group, callback, context), ...skippedEvictions(group, callback, context)] : []),
      ];
    }).filter(isFirst);
  });
}

/** Two caches of one place, made in two constructors, are one for the calls on that place. */
function isFirst(draft: Draft, index: number, all: readonly Draft[]): boolean {
  return (
    all.findIndex(
      (each) =>
        each.location.path === draft.location.path
        && each.location.line === draft.location.line
        && each.location.column === draft.location.column,
    ) === index
  );
}

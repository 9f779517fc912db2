import type { Account, Ground } from '../../findings/account.ts';
import { lineOf } from '../../model/line-of.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { DeclInfo } from '../../model/info.ts';
import type { Container } from './container/container.ts';
import { heldBy, namesContainer } from './container/containers.ts';
import type { Context, Place } from './context.ts';
import { effectsAt } from './effect/effects.ts';
import { openContainers } from './engine.ts';
import type { Growth } from './rule.ts';

/** What goes into the containers that are declared or used on a line of a file (as it is shown), and what comes out. */
export function growthAccounts(rule: Growth, model: PackageModel, path: string, line: number): readonly Account[] {
  const opened = openContainers(rule, model, () => true);
  return opened?.containers.flatMap((found) => {
    const places = placesOf(found, opened.context);
    const isThere = (pos: number, info: DeclInfo): boolean =>
      info.file.source.path === path && lineOf(pos, info) === line;
    if (
      !isThere(found.declared.ident.pos, found.declared.info)
      && !places.some(({ expr, info }) => isThere(expr.pos, info))
    )
      return [];
    return [{
      rule: rule.id, about: `the ${rule.container} ${found.name}`, path, line, found: undefined,
      grounds: [...(heldBy(found, opened.context) ? [] : [{ kind: 'short-lived' } as const]), ...entries(found, places, path, opened.context)],
    }];
  }) ?? [];
}

function placesOf(container: Container, context: Context): readonly Place[] {
  return [...context.declarationsUsing(container)].flatMap((info) =>
    context.places(container.word, info).filter(({ expr }) => namesContainer(expr, info, container, context)));
}

function entries({ form }: Container, places: readonly Place[], path: string, context: Context): readonly Ground[] {
  return places.flatMap(({ expr, info }) => effectsAt(expr, form, info, context).flatMap(({ kind }): Ground[] => {
    const does =
      kind === 'insertion'
        ? 'in'
        : kind === 'release' || kind === 'inner-release'
          ? 'out'
          : kind === 'finalizer'
            ? kind
            : undefined;
    const own = info.file.source.path;
    const file = own === path ? undefined : own.slice(own.lastIndexOf('/') + 1);
    return does === undefined ? [] : [{ kind: 'entry', does, at: { file, line: lineOf(expr.pos, info) } }];
  }));
}

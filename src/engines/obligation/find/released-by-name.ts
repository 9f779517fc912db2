import { someNode } from '../../../syntax/walk.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from '../context.ts';

/** Whether a registry may release it: it is registered on the spot, and the package takes names out of registries. */
export function isReleasedByName(acquisition: Acquisition, context: Context): boolean {
  const { registry } = context.rule;
  return registry !== undefined && matchesName(acquisition.name, registry.registering) && unregisters(context);
}

/** Whether anything in the package releases by name, whatever the name and the registry. */
export function unregisters({ rule: { registry }, model }: Context): boolean {
  const words = registry ? [registry.unregister, registry.unregisterAll] : [];
  return words.some((word) =>
    model
      .declarationsUsing(word)
      .some((info) => someNode(info.decl, (node) => node.kind === 'SelectorExpr' && node.sel.name === word)),
  );
}

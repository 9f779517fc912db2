import type { DeclInfo } from '../../../model/info.ts';
import { walk } from '../../../syntax/walk.ts';
import type { Context, Place } from '../context.ts';

/** Gives the places of names in a declaration, which is walked at most once. */
export function placesIn(): Context['places'] {
  const read = new Map<DeclInfo, ReadonlyMap<string, readonly Place[]>>();
  return (name, info) => {
    const known = read.get(info) ?? placesOf(info);
    read.set(info, known);
    return known.get(name) ?? [];
  };
}

function placesOf(info: DeclInfo): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  const add = (name: string, place: Place): void => {
    const known = found.get(name);
    if (known) known.push(place);
    else found.set(name, [place]);
  };
  walk(info.decl, (node) => {
    if (node.kind === 'SelectorExpr') add(node.sel.name, { expr: node, info });
    if (node.kind !== 'Ident') return;
    const parent = info.parent(node);
    if (parent?.kind !== 'SelectorExpr' || parent.sel !== node) add(node.name, { expr: node, info });
  });
  return found;
}

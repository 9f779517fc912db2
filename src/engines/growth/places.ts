import type { DeclInfo } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { walk } from '../../syntax/walk.ts';
import type { Context, Place } from './context.ts';

/** So many names are looked for one by one; of more than that all words of the package are put into an index at once. */
const fewNames = 200;

/** Gives the places of names, for `count` of them: each declaration is read at most once, and only if it mentions one. */
export function placesIn(model: PackageModel, count: number): Context['places'] {
  const mentioning = count <= fewNames ? (name: string): readonly DeclInfo[] => model.mentioning(name) : indexed(model);
  const read = new Map<DeclInfo, ReadonlyMap<string, readonly Place[]>>();
  return (name, infos = mentioning(name)) => infos.flatMap((info) => {
    const known = read.get(info) ?? placesOf(info);
    read.set(info, known);
    return known.get(name) ?? [];
  });
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

function indexed(model: PackageModel): (name: string) => readonly DeclInfo[] {
  const index = new Map<string, DeclInfo[]>();
  for (const info of model.declarations((text) => /[[.]/.test(text))) {
    const text = info.file.source.text.slice(info.decl.pos, info.decl.end);
    for (const word of new Set(text.match(/[\p{L}_][\p{L}\p{Nd}_]*/gu))) index.set(word, [...(index.get(word) ?? []), info]);
  }
  return (name) => index.get(name) ?? [];
}

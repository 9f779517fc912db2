import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import type { Place } from './growing-names.ts';

/**
 * The declarations around some tokens, for a question that one of them may end: each is read when it is come to, the
 * shortest first, since to read them is what costs.
 */
export function* declarationsAround(places: readonly Place[], model: PackageModel): Generator<DeclInfo> {
  const found = new Map(places.flatMap((place) => {
    const declaration = place.file.source.declarationAt(place.at);
    return declaration ? [[declaration, place] as const] : [];
  }));
  for (const [, { file, at }] of [...found].sort(([a], [b]) => a.end - a.pos - (b.end - b.pos))) {
    const info = model.declarationAt(file, at);
    if (info) yield info;
  }
}

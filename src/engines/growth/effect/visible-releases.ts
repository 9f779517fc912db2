import type { DeclInfo } from '../../../model/info.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import type { Tokens } from '../../../syntax/token/tokens.ts';

/**
 * The declarations in which, by their tokens, something is taken out of what has a name: `delete(x.name, k)`, `clear(name)`,
 * `name.Delete(k)`. They are read first, and one after the other, since what is taken out of ends most questions; whether they
 * mean the container, the trees tell.
 */
export function* visibleReleases(name: string, model: PackageModel): Generator<DeclInfo> {
  for (const file of model.files) {
    let last: DeclInfo | undefined;
    for (const at of file.source.places(name)) {
      if (!isGivenToDelete(file.source.tokens, at) && !hasDeleteCalled(file.source.tokens, at)) continue;
      const info = model.declarationAt(file, at);
      if (info && info !== last) yield info;
      last = info;
    }
  }
}

/** Whether a name is the last one of the first argument of a built-in that takes out. */
function isGivenToDelete({ kinds, ids, names }: Tokens, at: number): boolean {
  let first = at;
  while (kinds[first - 1] === T.PERIOD && kinds[first - 2] === T.IDENT) first -= 2;
  if (kinds[first - 1] !== T.LPAREN || kinds[first - 2] !== T.IDENT) return false;
  const called = names.word(ids[first - 2] ?? -1);
  return called === 'delete' || called === 'clear';
}

function hasDeleteCalled({ kinds, ids, names }: Tokens, at: number): boolean {
  if (kinds[at + 1] !== T.PERIOD || kinds[at + 2] !== T.IDENT || kinds[at + 3] !== T.LPAREN) return false;
  const called = names.word(ids[at + 2] ?? -1);
  return called === 'Delete' || called === 'LoadAndDelete' || called === 'Remove';
}

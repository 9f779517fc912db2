import type { PackageModel } from '../../../model/package-model.ts';
import type { Place } from '../container/growing-names.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import type { Tokens } from '../../../syntax/token/tokens.ts';

/**
 * The places in which, by their tokens, something is taken out of what has a name: `delete(x.name, k)`, `clear(name)`,
 * `name.Delete(k)`. They are read first, since what is taken out of ends most questions; whether they mean the
 * container, the trees tell.
 */
export function visibleReleases(name: string, { files }: PackageModel): readonly Place[] {
  return files.flatMap((file) => file.source.places(name)
    .filter((at) => isGivenToDelete(file.source.tokens, at) || hasDeleteCalled(file.source.tokens, at))
    .map((at) => ({ file, at })));
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

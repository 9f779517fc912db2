import { qualifiers } from '../../../model/names/imports.ts';
import type { DeclInfo, ModelFile } from '../../../model/info.ts';
import { callPlace } from '../../../syntax/outline/call-place.ts';
import type { Declaration } from '../../../syntax/source-file.ts';
import { IDENT, PERIOD } from '../../../syntax/token/token-kind.ts';
import type { Context } from '../context.ts';
import { isCalledAtOnce, isReleasedAtOnce, MANY_PLACES } from './settled.ts';

/**
 * By a last name, the names that its package must have in front of it in one file; undefined where any place counts.
 */
type Words = ReadonlyMap<string, readonly string[] | undefined>;

/**
 * The declarations that may acquire: those that name a function of `acquire` or a look-alike. One of the standard
 * library counts only behind a name that its package has in the file: `After` is a method of many types.
 */
export function candidates({ rule, model }: Context): readonly DeclInfo[] {
  const places = new Map<Declaration, number>();
  const isSettled = (declaration: Declaration, at: number): boolean => {
    const count = (places.get(declaration) ?? 0) + 1;
    places.set(declaration, count);
    if (count > MANY_PLACES) return false;
    const place = callPlace(declaration, at);
    if (!place || place.assign === -1) return false;
    if (rule.held === 'function') return isCalledAtOnce(declaration, place.assign, place.end);
    return isReleasedAtOnce(declaration, place.assign, place.end, rule.release);
  };
  return model.files.flatMap((file) => {
    const found = new Set<Declaration>();
    for (const [word, qualifying] of wordsIn(file, rule.acquire, rule.lookalikes)) {
      for (const at of file.source.places(word)) {
        const declaration = file.source.declarationAt(at);
        if (
          declaration
          && !found.has(declaration)
          && isBehind(declaration, at, qualifying)
          && !isSettled(declaration, at)
        )
          found.add(declaration);
      }
    }
    return found.size > 0 ? model.declarations((declaration) => found.has(declaration), (each) => each === file) : [];
  });
}

function wordsIn({ source }: ModelFile, acquire: readonly string[], lookalikes: readonly string[]): Words {
  const words = new Map<string, readonly string[] | undefined>();
  for (const name of acquire) {
    const word = lastName(name);
    if (!source.mayName(word)) continue;
    const path = name.slice(0, -word.length - 1);
    const names = path.includes('/') || name.startsWith('(') ? undefined : qualifiers(source, path);
    const known = words.get(word);
    if (names === undefined || names.includes('.')) words.set(word, undefined);
    else if (!words.has(word) || known !== undefined) words.set(word, [...(known ?? []), ...names]);
  }
  for (const word of lookalikes) if (source.mayName(word)) words.set(word, undefined);
  return words;
}

/** Whether a place is behind one of these names. */
function isBehind(
  { tokens: { kinds, ids, names } }: Declaration,
  at: number,
  qualifying: readonly string[] | undefined,
): boolean {
  const id = kinds[at - 1] === PERIOD && kinds[at - 2] === IDENT ? (ids[at - 2] ?? -1) : -1;
  return qualifying === undefined || (id !== -1 && qualifying.includes(names.word(id)));
}

/** The last word of a name: `After` of `time.After`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a function comes from a third party, whose path is rare, and not from the standard library. */
export function isThirdParty(name: string): boolean {
  return name.slice(0, name.lastIndexOf('.')).includes('.');
}

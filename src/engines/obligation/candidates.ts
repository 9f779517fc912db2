import { qualifiers } from '../../model/imports.ts';
import type { DeclInfo, ModelFile } from '../../model/info.ts';
import { callPlace } from '../../syntax/call-place.ts';
import type { Declaration } from '../../syntax/source-file.ts';
import { IDENT, PERIOD } from '../../syntax/token-kind.ts';
import { nameIn } from '../../syntax/token-range.ts';
import type { Context } from './context.ts';
import { isCalledAtOnce, isReleasedAtOnce, MANY_PLACES } from './settled.ts';

/** By a last name, the names that its package must have in front of it in one file; undefined where any place counts. */
type Words = ReadonlyMap<string, readonly string[] | undefined>;

/**
 * The declarations that may acquire: those that name a function of `acquire` or a look-alike. One of the standard library
 * counts only behind a name that its package has in the file: `After` is a method of many types.
 */
export function candidates({ rule, model }: Context): readonly DeclInfo[] {
  const isSettled = (declaration: Declaration, at: number): boolean => {
    const place = callPlace(declaration, at);
    if (!place || place.assign === -1) return false;
    if (rule.held === 'function') return isCalledAtOnce(declaration, place.assign, place.end);
    return isReleasedAtOnce(declaration, place.assign, place.end, rule.release);
  };
  return model.files.flatMap((file) => {
    const words = wordsIn(file, rule.acquire, rule.lookalikes);
    if (words.size === 0) return [];
    return model.declarations((declaration) => [...words].some(([word, qualifying]) => somePlace(declaration, word, qualifying, isSettled)),
      (each) => each === file);
  });
}

function wordsIn({ source }: ModelFile, acquire: readonly string[], lookalikes: readonly string[]): Words {
  const words = new Map<string, readonly string[] | undefined>();
  for (const name of acquire) {
    const word = lastName(name);
    if (!source.mayHold(word)) continue;
    const path = name.slice(0, -word.length - 1);
    const names = path.includes('/') || name.startsWith('(') ? undefined : qualifiers(source, path);
    const known = words.get(word);
    if (names === undefined || names.includes('.')) words.set(word, undefined);
    else if (!words.has(word) || known !== undefined) words.set(word, [...(known ?? []), ...names]);
  }
  for (const word of lookalikes) if (source.mayHold(word)) words.set(word, undefined);
  return words;
}

/** Whether a word stands behind one of these names, at a place that is not settled. */
function somePlace(
  declaration: Declaration, word: string, qualifying: readonly string[] | undefined, isSettled: (declaration: Declaration, at: number) => boolean,
): boolean {
  const { tokens: { kinds, ids, names }, first } = declaration;
  let places = 0;
  for (let at = nameIn(declaration, word, first); at !== -1; at = nameIn(declaration, word, at + 1)) {
    const id = kinds[at - 1] === PERIOD && kinds[at - 2] === IDENT ? (ids[at - 2] ?? -1) : -1;
    if (qualifying && (id === -1 || !qualifying.includes(names.word(id)))) continue;
    if (++places > MANY_PLACES || !isSettled(declaration, at)) return true;
  }
  return false;
}

/** The last word of a name: `After` of `time.After`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a function comes from a third party, whose path is rare, and not from the standard library. */
export function isThirdParty(name: string): boolean {
  return name.slice(0, name.lastIndexOf('.')).includes('.');
}

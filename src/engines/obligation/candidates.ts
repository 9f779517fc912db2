import type { DeclInfo } from '../../model/info.ts';
import type { PackageModel } from '../../model/package-model.ts';
import type { Context } from './context.ts';

/**
 * The declarations that may acquire, by their text: those that name a function of `acquire` or a look-alike. One of the
 * standard library counts only behind a name that its package has in some file here: `After` is a method of many types.
 */
export function candidates({ rule, model }: Context): readonly DeclInfo[] {
  const spellings = [...new Set([...rule.acquire.flatMap((name) => spellingsOf(name, model)), ...rule.lookalikes])];
  if (spellings.length === 0) return [];
  const words = [...new Set([...rule.acquire.map(lastName), ...rule.lookalikes])];
  const pattern = new RegExp(`(?<![\\p{L}\\p{Nd}_])(?:${spellings.join('|')})(?![\\p{L}\\p{Nd}_])`, 'u');
  return model.declarations((text) => words.some((word) => text.includes(word)) && pattern.test(text));
}

/** The last word of a name: `After` of `time.After`. */
export function lastName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** The ways in which a function may be written in the files of a package, as parts of a regular expression. */
function spellingsOf(name: string, { files }: PackageModel): readonly string[] {
  const word = lastName(name);
  const path = name.slice(0, -word.length - 1);
  if (path.includes('/')) return [word];
  const renamed = new RegExp(`^\\s*(?:import\\s+)?([\\p{L}_.][\\p{L}\\p{Nd}_]*)\\s+["\`]${path}["\`]`, 'gmu');
  const names = files.flatMap(({ source: { text } }) => [...text.matchAll(renamed)].map(([, alias = '']) => alias));
  return [...new Set([path, ...names])].filter((alias) => alias !== 'import').map((alias) => (alias === '.' ? word : `${alias}\\s*\\.\\s*${word}`));
}

import { nearestWord } from '../../nearest-word.ts';

/** The name that stands for all rules of this tool in a directive. */
export const TOOL = 'golint-leaks';

/**
 * The rule that a name in a directive was most likely meant to be, where it is of none; undefined where it is right, or
 * of another linter: their names are single words, ours are not.
 */
export function meantName(name: string, ids: readonly string[]): string | undefined {
  return !name.includes('-') || name === TOOL || ids.includes(name) ? undefined : nearestWord(name, [...ids, TOOL]);
}

/** The work that one question about a path may still take, in comparisons. */
export interface Steps {
  left: number;
}

/** Thrown where globs take more comparisons with one path than those of any project. */
export class TooManySteps extends Error {
  constructor() {
    super('the globs take too much work to be matched with one file; write fewer of them, or simpler ones');
  }
}

/** Comparisons that the globs of one file may take with one path; those of large projects take some hundreds. */
export const mostSteps = 200_000;

/**
 * Whether the items match a pattern in which wildcards stand for any number of items. Only the last wildcard seen is
 * ever tried again, which is enough, so that hostile patterns cost no more than length times length. Throws
 * TooManySteps.
 */
export function matchesWithWildcard<Part, Item>(
  pattern: readonly Part[],
  items: readonly Item[],
  isWildcard: (part: Part) => boolean,
  matches: (part: Part, item: Item) => boolean,
  steps: Steps,
): boolean {
  let at = 0;
  let wildcard: { readonly pattern: number; item: number } | undefined;
  for (let index = 0; index < items.length;) {
    if (steps.left-- <= 0) throw new TooManySteps();
    const [wanted, item] = [pattern[at], items[index]];
    if (wanted !== undefined && isWildcard(wanted)) {
      wildcard = { pattern: at++, item: index };
    } else if (wanted !== undefined && item !== undefined && matches(wanted, item)) {
      at++;
      index++;
    } else if (wildcard) {
      at = wildcard.pattern + 1;
      index = ++wildcard.item;
    } else return false;
  }
  return pattern.slice(at).every(isWildcard);
}

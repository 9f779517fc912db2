/**
 * Whether the items match a pattern in which wildcards stand for any number of items. Only the last wildcard seen is ever
 * tried again, which is enough, so that hostile patterns cost no more than length times length.
 */
export function matchesWithWildcards<P, T>(
  pattern: readonly P[],
  items: ArrayLike<T>,
  isWildcard: (each: P) => boolean,
  matches: (part: P, item: T | undefined) => boolean,
): boolean {
  let at = 0;
  let wildcard: { readonly pattern: number; item: number } | undefined;
  for (let item = 0; item < items.length; ) {
    const wanted = pattern[at];
    if (wanted !== undefined && isWildcard(wanted)) {
      wildcard = { pattern: at++, item };
    } else if (wanted !== undefined && matches(wanted, items[item])) {
      at++;
      item++;
    } else if (wildcard) {
      at = wildcard.pattern + 1;
      item = ++wildcard.item;
    } else return false;
  }
  return pattern.slice(at).every(isWildcard);
}

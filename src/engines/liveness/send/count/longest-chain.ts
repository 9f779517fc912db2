/** Of more places than this the order is not looked at. */
const most = 8;

/**
 * The most of some places, given in source order and in no loop, that control can come to one after the other;
 * undefined for too many.
 */
export function longestChain<Place>(
  places: readonly Place[],
  follows: (place: Place, later: Place) => boolean,
): readonly Place[] | undefined {
  if (places.length > most) return undefined;
  const chains: (readonly [Place, ...Place[]])[] = [];
  for (const place of places.toReversed()) {
    const next = chains.filter(([later]) => follows(place, later)).sort((a, b) => b.length - a.length)[0] ?? [];
    chains.push([place, ...next]);
  }
  return chains.sort((a, b) => b.length - a.length)[0] ?? [];
}

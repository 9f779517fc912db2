/** A stretch of lines in which two texts differ: `[from, to)` of the old one, `[newFrom, newTo)` of the new one, counted from 0. */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** More changed lines than this are one change with all that is between them: the search costs the square of their number. */
const maxChangedLines = 1000;

/**
 * The fewest changes that lead from one list of lines to another: the greedy search of E. Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (1986), which keeps for each diagonal `old index - new index` the furthest place reached.
 */
export function lineChanges(old: readonly string[], now: readonly string[]): readonly Change[] {
  const furthest = new Map<number, Reach>([[1, { at: 0, last: undefined }]]);
  for (let count = 0; count <= maxChangedLines; count++) {
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const reach = followed(nextReach(furthest, diagonal, count), diagonal, old, now);
      if (reach.at >= old.length && reach.at - diagonal >= now.length) return merged(reach.last);
      furthest.set(diagonal, reach);
    }
  }
  return [{ from: 0, to: old.length, newFrom: 0, newTo: now.length }];
}

/** The furthest place on a diagonal: its index into the old lines, and the last line changed on the way there. */
interface Reach {
  readonly at: number;
  readonly last: Step | undefined;
}

/** One line left out or put in. */
interface Step extends Change {
  readonly before: Step | undefined;
}

/** One more line put in, from the diagonal above, or left out, from the one below: what leads further. */
function nextReach(furthest: ReadonlyMap<number, Reach>, diagonal: number, count: number): Reach {
  const above = furthest.get(diagonal + 1);
  const below = furthest.get(diagonal - 1);
  if (above && (!below || below.at < above.at)) {
    const at = above.at;
    const newFrom = at - diagonal - 1;
    return count === 0 ? above : { at, last: { from: at, to: at, newFrom, newTo: newFrom + 1, before: above.last } };
  }
  const at = below?.at ?? 0;
  const newFrom = at + 1 - diagonal;
  return { at: at + 1, last: { from: at, to: at + 1, newFrom, newTo: newFrom, before: below?.last } };
}

/** The reach behind the lines that are equal from there on. */
function followed({ at, last }: Reach, diagonal: number, old: readonly string[], now: readonly string[]): Reach {
  let end = at;
  while (end < old.length && end - diagonal < now.length && old[end] === now[end - diagonal]) end++;
  return { at: end, last };
}

function merged(last: Step | undefined): readonly Change[] {
  const steps: Change[] = [];
  for (let step = last; step; step = step.before) steps.push(step);
  const changes: Change[] = [];
  for (const { from, to, newFrom, newTo } of steps.reverse()) {
    const before = changes[changes.length - 1];
    if (before?.to === from && before.newTo === newFrom) changes[changes.length - 1] = { ...before, to, newTo };
    else changes.push({ from, to, newFrom, newTo });
  }
  return changes;
}

/**
 * A stretch of lines in which two texts differ: `[from, to)` of the old one, `[newFrom, newTo)` of the new one, counted
 * from 0.
 */
export interface Change {
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** Where a line (from 1) that a file (absolute) had at a revision is now; undefined where it is no more. */
export type MovedLine = (file: string, line: number) => number | undefined;

/** What has become of the sources since a revision. */
export interface Drift {
  /** The present paths of files that git knows to be renamed, by those they had. Both absolute. */
  readonly renames: ReadonlyMap<string, string>;
  /**
   * Follows lines of files (absolute, as they are named now). Those of a file that git did not have there stay where
   * they are.
   */
  readonly follow: (files: readonly string[]) => MovedLine;
}

/** A stretch of both texts that is still to be compared: from inclusive, to exclusive, from 0. */
interface Stretch {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/**
 * How often a line may be looked at on average before the rest counts as changed: real code needs a handful of times.
 */
const MAX_LOOKS = 64;

/**
 * The changes that lead from one list of lines to another, in their order and apart from each other. A patience diff:
 * lines that are equally often in both are paired in order, and what is between two pairs is compared again. It may
 * call more lines changed than the shortest edit would, never fewer, and its time grows with the texts, whatever is in
 * them.
 */
export function lineChanges(oldLines: readonly string[], newLines: readonly string[]): readonly Change[] {
  const partners = pairLines(oldLines, newLines);
  const changes: Change[] = [];
  let [from, newFrom] = [0, 0];
  for (let newTo = 0; newTo <= newLines.length; newTo++) {
    const to = newTo === newLines.length ? oldLines.length : partners[newTo];
    if (to === undefined) continue;
    if (from < to || newFrom < newTo) changes.push({ from, to, newFrom, newTo });
    [from, newFrom] = [to + 1, newTo + 1];
  }
  return changes;
}

/** For each new line the old one that it is, both from 0. */
function pairLines(oldLines: readonly string[], newLines: readonly string[]): readonly (number | undefined)[] {
  const partners = new Array<number | undefined>(newLines.length).fill(undefined);
  const stack: Stretch[] = [{ oldFrom: 0, oldTo: oldLines.length, newFrom: 0, newTo: newLines.length }];
  let looks = MAX_LOOKS * (oldLines.length + newLines.length);
  for (let stretch = stack.pop(); stretch && looks > 0; stretch = stack.pop()) {
    looks -= stretch.oldTo - stretch.oldFrom + stretch.newTo - stretch.newFrom;
    let { oldFrom, oldTo, newFrom, newTo } = stretch;
    while (oldFrom < oldTo && newFrom < newTo && oldLines[oldFrom] === newLines[newFrom])
      partners[newFrom++] = oldFrom++;
    while (oldFrom < oldTo && newFrom < newTo && oldLines[oldTo - 1] === newLines[newTo - 1])
      partners[--newTo] = --oldTo;
    const anchors = inOrder(candidates(oldLines, newLines, { oldFrom, oldTo, newFrom, newTo }));
    for (const [oldLine, newLine] of anchors) {
      partners[newLine] = oldLine;
      stack.push({ oldFrom, oldTo: oldLine, newFrom, newTo: newLine });
      [oldFrom, newFrom] = [oldLine + 1, newLine + 1];
    }
    if (anchors.length > 0) stack.push({ oldFrom, oldTo, newFrom, newTo });
  }
  return partners;
}

type Pair = readonly [oldLine: number, newLine: number];

/** Lines that are equally often in both halves of a stretch, the nth with the nth, in the order of the new text. */
function candidates(
  oldLines: readonly string[], newLines: readonly string[], { oldFrom, oldTo, newFrom, newTo }: Stretch,
): readonly Pair[] {
  if (oldFrom === oldTo || newFrom === newTo) return [];
  const oldPlaces = places(oldLines, oldFrom, oldTo);
  const newPlaces = places(newLines, newFrom, newTo);
  const pairs = [...newPlaces].flatMap(([line, at]) => {
    const before = oldPlaces.get(line);
    return before?.length === at.length ? at.map((newLine, i): Pair => [before[i] ?? 0, newLine]) : [];
  });
  return pairs.sort(([, a], [, b]) => a - b);
}

function places(lines: readonly string[], from: number, to: number): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (let i = from; i < to; i++) {
    const line = lines[i] ?? '';
    const at = found.get(line);
    if (at) at.push(i);
    else found.set(line, [i]);
  }
  return found;
}

/** The longest run of pairs whose old lines ascend as their new ones do. */
function inOrder(pairs: readonly Pair[]): readonly Pair[] {
  /** The pair that ends the best run of each length, and the pair before each pair in its run; indexes into `pairs`. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  pairs.forEach(([oldLine], i) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[ends[middle] ?? 0]?.[0] ?? 0) < oldLine) low = middle + 1;
      else high = middle;
    }
    before.push(low === 0 ? undefined : ends[low - 1]);
    ends[low] = i;
  });
  const run: Pair[] = [];
  for (let i = ends.at(-1); i !== undefined; i = before[i]) {
    const pair = pairs[i];
    if (pair) run.push(pair);
  }
  return run.reverse();
}

import type { ShownStep } from '../session/shown.ts';

/** What stands beside a line on the way of a leak. */
export interface RailMark {
  /** The numbers of the steps at this line. */
  readonly orders: readonly number[];
  /** Whether the way goes on above and below. */
  readonly above: boolean;
  readonly below: boolean;
}

/** The rail beside the lines (from 1) of one file, from the first place of the way to the last. */
export function rail(way: readonly ShownStep[], path: string): ReadonlyMap<number, RailMark> {
  const here = way.filter((step) => step.path === path);
  const lines = here.map(({ line }) => line);
  const [first, last] = [Math.min(...lines), Math.max(...lines)];
  const marks = new Map<number, RailMark>();
  if (here.length === 0 || last - first > LONGEST) {
    for (const { line, order } of here)
      marks.set(line, { orders: [...(marks.get(line)?.orders ?? []), order], above: false, below: false });
    return marks;
  }
  for (let line = first; line <= last; line++)
    marks.set(line, {
      orders: here.filter((step) => step.line === line).map(({ order }) => order),
      above: line > first,
      below: line < last,
    });
  return marks;
}

/** A longer way is no line that an eye follows. */
const LONGEST = 2000;

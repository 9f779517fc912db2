import type { Measure, Row } from './probe-output.ts';

/** What counts as growth at all: below that it is the runtime's own to and fro. */
const FLOOR: Readonly<Record<Measure, number>> = { heap: 64 * 1024, goroutines: 20, timers: 20, files: 20, leaked: 20 };

/** How much of the growth of the leaky program the fixed one may show. */
const TOLERANCE = 0.1;

/**
 * What is wrong with the claim that the leaky program grows in this measure and the fixed one does not; empty where it
 * holds.
 */
export function objections(leaky: readonly Row[], fixed: readonly Row[], measure: Measure): readonly string[] {
  const grown = growth(leaky, measure);
  const grownFixed = growth(fixed, measure);
  return [
    ...standstill(leaky, measure),
    ...(grownFixed <= Math.max(TOLERANCE * grown, 2)
      ? [] : [`${measure} of the fixed program grows by ${grownFixed}, of the leaky one by ${grown}`]),
  ];
}

/** What is wrong with the claim that a program grows in this measure; empty where it holds. */
export function standstill(rows: readonly Row[], measure: Measure): readonly string[] {
  const [first, middle, last] = thirds(rows, measure);
  const grows = first < middle && middle < last && last - first >= FLOOR[measure];
  return grows ? [] : [`${measure} of the leaky program does not grow: ${first}, ${middle}, ${last}`];
}

/** From the first third of the rows to the last, by their medians: the first rows hold what is made once. */
export function growth(rows: readonly Row[], measure: Measure): number {
  const [first, , last] = thirds(rows, measure);
  return last - first;
}

function thirds(rows: readonly Row[], measure: Measure): readonly [number, number, number] {
  const size = Math.floor(rows.length / 3);
  const values = rows.map((row) => row[measure]);
  return [median(values.slice(0, size)), median(values.slice(size, -size)), median(values.slice(-size))];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

import type { Edit } from '../findings/finding.ts';

/**
 * Tells where a line (from 1) is once the edits are made: each moves the lines below it, and its own where it begins
 * that line.
 */
export function movedLines(edits: readonly Edit[]): (line: number) => number {
  const moves = edits
    .map(({ line, endLine, endColumn, text }) => ({
      from: endColumn === 1 ? endLine : endLine + 1,
      by: text.split('\n').length - 1 - (endLine - line),
    }))
    .toSorted((a, b) => a.from - b.from);
  let sum = 0;
  const sums = moves.map(({ by }) => (sum += by));
  return (line) => line + (sums[countUpTo(line, moves) - 1] ?? 0);
}

/** How many moves begin at or above a line. */
function countUpTo(line: number, moves: readonly { readonly from: number }[]): number {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((moves[middle]?.from ?? Infinity) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Line and column of an offset. Both count from 1; columns are UTF-16 code units, as SARIF's `columnKind:
 * utf16CodeUnits`.
 */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Translates offsets of one text into positions. Only `\n` ends a line, as in Go. */
export interface LineTable {
  position(offset: number): Position;
  /** The offset of a position. */
  offset(position: Position): number;
  /** The text of a line (from 1), without its line ending. */
  lineText(line: number): string;
}

/** Builds the table of one text: O(text) once, O(log lines) for each question. */
export function lineTable(text: string): LineTable {
  const starts = [0];
  for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  return {
    position(offset) {
      const line = lastAtMost(starts, offset);
      return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
    },
    offset: ({ line, column }) => (starts[line - 1] ?? text.length) + column - 1,
    lineText(line) {
      const start = starts[line - 1] ?? text.length;
      const next = starts[line] ?? text.length + 1;
      return text.slice(start, next - 1).replace(/\r$/, '');
    },
  };
}

/** Index of the last element that is not above `limit`; `sorted` begins with 0. */
function lastAtMost(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

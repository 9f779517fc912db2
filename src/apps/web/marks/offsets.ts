import type { Place } from '../session/shown.ts';

/** A text by its lines, as CodeMirror has it: lines from 1, offsets from 0. */
export interface Lines {
  readonly lines: number;
  line(number: number): { readonly from: number; readonly to: number };
}

/** A stretch of a text, the end exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Where a place is in a text, which may be another one than was analysed: what lies beyond it is at its end. Undefined
 * where the text has no such line.
 */
export function stretchOf(
  { line, column, endColumn }: Pick<Place, 'line' | 'column' | 'endColumn'>,
  text: Lines,
): Stretch | undefined {
  if (line < 1 || line > text.lines) return undefined;
  const { from, to } = text.line(line);
  const start = Math.min(from + column - 1, to);
  return { from: start, to: Math.max(start, Math.min(from + endColumn - 1, to)) };
}

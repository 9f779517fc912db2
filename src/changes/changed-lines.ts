import { lineChanges } from '../line-changes.ts';

/** What happened to the lines of one file. Lines count from 1. */
export interface ChangedLines {
  /** Lines of the new text that are not in the old one, or not in this order. */
  readonly added: ReadonlySet<number>;
  /** Lines of the old text that are gone, each with the number of the new line it would follow (0: at the start). */
  readonly removed: readonly { readonly after: number; readonly text: string }[];
}

/** Compares two texts line by line; `\n` and `\r\n` are the same. */
export function changedLines(oldText: string, newText: string): ChangedLines {
  const oldLines = linesOf(oldText);
  const added = new Set<number>();
  const removed: { after: number; text: string }[] = [];
  for (const { from, to, newFrom, newTo } of lineChanges(oldLines, linesOf(newText))) {
    for (let line = newFrom + 1; line <= newTo; line++) added.add(line);
    for (const text of oldLines.slice(from, to)) removed.push({ after: newTo, text });
  }
  return { added, removed };
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import type { Location } from '../../../findings/finding.ts';
import { lineTable } from '../../../syntax/position.ts';
import type { PositionEncoding } from './position-encoding.ts';
import { characterAt, offsetOf } from './position-encoding.ts';

/** One version of a text in an editor. */
export interface Document {
  /** As the editor writes it. */
  readonly uri: string;
  /** Absolute, with `/`. */
  readonly path: string;
  readonly version: number;
  readonly text: string;
  /** The place of an offset (UTF-16 units), as the editor counts. */
  position(offset: number): Position;
  /** The offset of a place; the nearest one for a place that there is not. */
  offset(position: Position): number;
  /** Where a place of a finding is. */
  range(location: Location): Range;
}

/** A version of a text in an editor that counts in this encoding. */
export function document(
  { uri, path, version, text }: Pick<Document, 'uri' | 'path' | 'version' | 'text'>, encoding: PositionEncoding,
): Document {
  let known: readonly number[] | undefined;
  const starts = (): readonly number[] => (known ??= lineStarts(text));
  const position = (offset: number): Position => {
    const line = lastAtMost(starts(), offset);
    const start = starts()[line] ?? 0;
    return { line, character: characterAt(text.slice(start, offset), offset - start, encoding) };
  };
  return {
    uri, path, version, text, position,
    offset({ line, character }) {
      const start = starts()[line];
      if (start === undefined) return text.length;
      const content = text.slice(start, starts()[line + 1] ?? text.length).replace(/[\r\n]+$/, '');
      return start + offsetOf(content, character, encoding);
    },
    range(location) {
      if (!/\r(?!\n)/.test(text)) return rangeOf(location, encoding);
      const { line, column, endColumn } = location;
      const lines = lineTable(text);
      return {
        start: position(lines.offset({ line, column })),
        end: position(lines.offset({ line, column: endColumn })),
      };
    },
  };
}

/**
 * Where a place of a finding is in a file that is not open, or has no line that ends in a carriage return alone: for Go
 * that ends none.
 */
export function rangeOf({ line, column, endColumn, source }: Location, encoding: PositionEncoding): Range {
  const at = (of: number): Position => ({ line: line - 1, character: characterAt(source, of - 1, encoding) });
  return { start: at(column), end: at(endColumn) };
}

/** The text after changes, each of which is of what the one before it left. */
export function changedText(
  before: Document,
  changes: readonly TextDocumentContentChangeEvent[],
  encoding: PositionEncoding,
): string {
  let now = before;
  for (const change of changes) {
    const text = 'range' in change ? spliced(now, change.range, change.text) : change.text;
    now = document({ ...now, text }, encoding);
  }
  return now.text;
}

function spliced(now: Document, { start, end }: Range, added: string): string {
  const from = now.offset(start);
  return now.text.slice(0, from) + added + now.text.slice(Math.max(from, now.offset(end)));
}

/** Line ends are those of the protocol: `\n`, `\r\n` and `\r`. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (const { index, 0: { length } } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + length);
  return starts;
}

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

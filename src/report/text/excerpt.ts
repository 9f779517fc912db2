import type { Location } from '../../findings/finding.ts';
import { textWidth } from './text-width.ts';
import { visible } from '../../visible.ts';

/** Longest source line shown whole, in UTF-16 code units. */
const LIMIT = 160;
/** What is kept before the column of a longer line. */
const LEAD = 60;

/** A source line and the line below that marks the place in it. */
export interface Excerpt {
  readonly source: string;
  /** Spaces and tabs up to the place, then `^~~~`. */
  readonly marks: string;
}

/** Draws a place under its source line, cut around the place where the line is long. Safe for a terminal. */
export function excerpt({ source, column, endColumn }: Location): Excerpt {
  const window = windowAround(source, column - 1);
  const start = Math.max(column - 1, window.start);
  const end = Math.max(start, Math.min(endColumn - 1, window.end));
  const show = (from: number, to: number): string => visible(source.slice(from, to), { keepTabs: true });
  const before = (window.start > 0 ? '…' : '') + show(window.start, start);
  const marked = show(start, end);
  const after = show(end, window.end) + (window.end < source.length ? '…' : '');
  return {
    source: before + marked + after,
    marks: blank(before) + '^' + '~'.repeat(Math.max(0, textWidth(marked) - 1)),
  };
}

function windowAround(source: string, offset: number): { readonly start: number; readonly end: number } {
  if (source.length <= LIMIT) return { start: 0, end: source.length };
  const start = Math.max(0, Math.min(offset - LEAD, source.length - LIMIT));
  return { start: betweenCharacters(source, start), end: betweenCharacters(source, start + LIMIT) };
}

/** Moves a cut out of the middle of a surrogate pair. */
function betweenCharacters(source: string, offset: number): number {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(source.slice(offset - 1, offset + 1)) ? offset + 1 : offset;
}

/** White space as wide as the text on any terminal: tabs stay tabs. */
function blank(text: string): string {
  return text.split('\t').map((piece) => ' '.repeat(textWidth(piece))).join('\t');
}

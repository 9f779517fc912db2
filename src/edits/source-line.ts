/** One line of a file as an edit sees it: offsets into the text. */
export interface SourceLine {
  readonly start: number;
  /** Where its line ending begins. */
  readonly end: number;
  /** `\n` or `\r\n`; empty for a last line without one. */
  readonly ending: string;
}

/** The line that an offset is on. */
export function lineAt(text: string, offset: number): SourceLine {
  const start = offset === 0 ? 0 : text.lastIndexOf('\n', offset - 1) + 1;
  const feed = text.indexOf('\n', offset);
  if (feed === -1) return { start, end: text.length, ending: '' };
  return text[feed - 1] === '\r' && feed > offset
    ? { start, end: feed - 1, ending: '\r\n' }
    : { start, end: feed, ending: '\n' };
}

/** The white space in front of a place that is the first on its line; undefined where anything else is. */
export function indentationAt(text: string, offset: number): string | undefined {
  const before = text.slice(lineAt(text, offset).start, offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/** Whether nothing but white space and a `//` comment stands between a place and the end of its line. */
export function endsLine(text: string, offset: number): boolean {
  const { end, ending } = lineAt(text, offset);
  return ending !== '' && /^[ \t]*(?:\/\/[^\n]*)?$/.test(text.slice(offset, end));
}

/**
 * Whether a line seems to have code with a comment behind it. gofmt aligns the comments of neighbouring lines, so a
 * line between two of them, or a change of width in one, would need all of them laid out anew. A URL in a string counts
 * too.
 */
export function hasTrailingComment(text: string, { start, end }: SourceLine): boolean {
  return /^\s*(?!\/\/|\/\*)\S.*(?:\/\/|\/\*)/s.test(text.slice(start, end));
}

/** The line above; undefined for the first. */
export function lineAbove(text: string, { start }: SourceLine): SourceLine | undefined {
  return start === 0 ? undefined : lineAt(text, start - 1);
}

/** The line below; undefined for the last. */
export function lineBelow(text: string, { end, ending }: SourceLine): SourceLine | undefined {
  return ending === '' ? undefined : lineAt(text, end + ending.length);
}

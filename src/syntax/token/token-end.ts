/**
 * Ends of Go's longer tokens, by the rules of go/scanner, error recovery included: an unterminated string ends with its
 * line, an unterminated raw string or comment with the text. All take the offset of the token's first character.
 */

/** Whether a comment begins here. */
export function isComment(text: string, at: number): boolean {
  return text[at] === '/' && (text[at + 1] === '/' || text[at + 1] === '*');
}

/** The end of a comment; the line end behind a `//` comment, with its carriage return, is not part of it. */
export function commentEnd(text: string, at: number): number {
  if (text[at + 1] === '*') return behind(text, '*/', at + 2);
  const newline = text.indexOf('\n', at);
  const end = newline === -1 ? text.length : newline;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** The end of a string or rune literal, told by its opening quote. */
export function stringEnd(text: string, at: number): number {
  const quote = text[at];
  if (quote === '`') return behind(text, '`', at + 1);
  for (let i = at + 1; i < text.length; i++) {
    const char = text[i];
    if (char === quote) return i + 1;
    if (char === '\n') return i;
    if (char === '\\' && text[i + 1] !== '\n') i++;
  }
  return text.length;
}

/** The offset behind the first `stop` from `from` on. */
function behind(text: string, stop: string, from: number): number {
  const found = text.indexOf(stop, from);
  return found === -1 ? text.length : found + stop.length;
}

/** In what an editor counts the characters of a line. */
export type PositionEncoding = 'utf-8' | 'utf-16';

/** The first of the encodings that an editor offers that we know; it must know UTF-16. */
export function chosenEncoding(offered: readonly string[] | undefined): PositionEncoding {
  return offered?.find((each) => each === 'utf-8' || each === 'utf-16') ?? 'utf-16';
}

/** The character of an editor that begins at an offset (UTF-16 units) of a line. */
export function characterAt(line: string, offset: number, encoding: PositionEncoding): number {
  return encoding === 'utf-16' ? offset : Buffer.byteLength(line.slice(0, offset));
}

/** The offset (UTF-16 units) in a line at which a character of an editor begins; one beyond the line is at its end. */
export function offsetOf(line: string, character: number, encoding: PositionEncoding): number {
  if (encoding === 'utf-16') return Math.min(character, line.length);
  let bytes = 0;
  let offset = 0;
  for (const char of line) {
    bytes += Buffer.byteLength(char);
    if (bytes > character) break;
    offset += char.length;
  }
  return offset;
}

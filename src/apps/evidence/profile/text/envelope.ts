/** What a log file has put around the lines of a dump. */
export interface Envelope {
  /** What stands in front of the first line; digits in it may differ from line to line. */
  readonly prefix: string;
  /** How a line end is written within a string of JSON: `\n`, or with more backslashes; undefined outside of one. */
  readonly lineEnd: string | undefined;
}

/** Longer prefixes are none: a header within a long line of JSON has the whole dump in that line. */
const LONGEST = 1024;

/** The envelope of a header that stands at `[from, to)` of a text. */
export function envelopeOf(text: string, from: number, to: number): Envelope {
  let slashes = 0;
  while (text[to + slashes] === '\\' && slashes < 8) slashes++;
  const lineEnd = slashes > 0 && text[to + slashes] === 'n' ? `${'\\'.repeat(slashes)}n` : undefined;
  const before = text.slice(Math.max(0, from - LONGEST - 1), from);
  const line = before.lastIndexOf('\n') + 1;
  return { prefix: line === 0 && from > LONGEST ? '' : before.slice(line), lineEnd };
}

/** Where a line begins behind its prefix: `from` itself where it has none, or another one. */
export function behindPrefix(text: string, from: number, to: number, { prefix }: Envelope): number {
  if (text.startsWith(prefix, from)) return from + prefix.length;
  let at = from;
  for (let i = 0; i < prefix.length; ) {
    if (isDigit(prefix.charCodeAt(i))) {
      while (isDigit(prefix.charCodeAt(i))) i++;
      if (at >= to || !isDigit(text.charCodeAt(at))) return from;
      while (at < to && isDigit(text.charCodeAt(at))) at++;
    } else if (at < to && text.charCodeAt(at) === prefix.charCodeAt(i)) {
      i++;
      at++;
    } else return from;
  }
  return at;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

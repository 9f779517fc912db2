/** Characters that go into the hash of a line, counted from its first. */
const WINDOW = 100;
const FACTOR = 37n;
/** What ends a text: the end-of-file mark of the algorithm, then zeros up to a full window. */
const ENDING = '\uffff' + '\0'.repeat(WINDOW);

/**
 * The fingerprints of lines (counted from 1): `hash:n`, CodeQL's primaryLocationLineHash, by which GitHub recognises an
 * alert after the code around it has moved. The algorithm is that of
 * https://github.com/github/codeql-action/blob/main/src/fingerprints.ts: of the text without spaces and tabs, with all
 * line endings as `\n`, a polynomial over the 100 characters from the start of the line, modulo 2^64; `n` counts the
 * lines with the same hash up to this one. It rolls one hash over the file; here only the lines asked for are hashed,
 * and those before are compared by their windows. Lines that do not exist have no fingerprint.
 */
export function lineFingerprints(text: string, lines: ReadonlySet<number>): ReadonlyMap<number, string> {
  if (lines.size === 0) return new Map();
  const normal = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '') + ENDING;
  const seen = new Map<string, number>();
  const fingerprints = new Map<number, string>();
  for (let line = 1, start = 0; fingerprints.size < lines.size; line++) {
    const window = normal.slice(start, start + WINDOW);
    const count = (seen.get(window) ?? 0) + 1;
    seen.set(window, count);
    if (lines.has(line)) fingerprints.set(line, `${hash(window)}:${count}`);
    const lineEnd = normal.indexOf('\n', start);
    if (lineEnd === -1) break;
    start = lineEnd + 1;
  }
  return fingerprints;
}

function hash(window: string): string {
  let value = 0n;
  for (let i = 0; i < window.length; i++) value = BigInt.asUintN(64, value * FACTOR + BigInt(window.charCodeAt(i)));
  return value.toString(16);
}

/**
 * A test whether a symbol is like one of some patterns, in which `*` stands for any text, but for the stars of Go's
 * pointers, which follow `(`. Nothing is remembered: a comparison takes less time than to find the answer of an earlier
 * one.
 */
export function functionsLike(patterns: readonly string[]): (symbol: string) => boolean {
  const parts = patterns.map((pattern) => pattern.split(/(?<!\()\*/));
  return (symbol) => parts.some((each) => fits(each, symbol));
}

/** Whether a text begins with the first part, ends with the last one, and has the others between, in order. */
function fits([first = '', ...rest]: readonly string[], text: string): boolean {
  if (!text.startsWith(first)) return false;
  if (rest.length === 0) return text === first;
  const last = rest.at(-1) ?? '';
  let at = first.length;
  for (const part of rest.slice(0, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

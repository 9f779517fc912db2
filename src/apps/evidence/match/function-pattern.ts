/**
 * A test whether a symbol is like one of some patterns, in which `*` stands for any text, but for the stars of Go's pointers,
 * which follow `(`. Each symbol is compared once.
 */
export function functionsLike(patterns: readonly string[]): (symbol: string) => boolean {
  const parts = patterns.map((pattern) => pattern.split(/(?<!\()\*/));
  const known = new Map<string, boolean>();
  return (symbol) => {
    const before = known.get(symbol);
    if (before !== undefined) return before;
    const answer = parts.some((each) => fits(each, symbol));
    known.set(symbol, answer);
    return answer;
  };
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

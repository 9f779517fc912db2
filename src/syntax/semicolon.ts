const WORD = /[\w\u{80}-\u{10ffff}]/u;

/** The keywords after which a line may not end a statement. After break, continue, fallthrough and return it may. */
const OPEN_KEYWORDS = new Set(['case', 'chan', 'const', 'default', 'defer', 'else', 'for', 'func', 'go', 'goto', 'if',
  'import', 'interface', 'map', 'package', 'range', 'select', 'struct', 'switch', 'type', 'var']);

/**
 * Whether a line end behind this offset becomes a semicolon: where the last token is an identifier, a literal, a
 * closing bracket, `++`, `--` or one of four keywords (https://go.dev/ref/spec#Semicolons).
 */
export function endsStatement(text: string, end: number): boolean {
  const last = text[end - 1] ?? '';
  if (')]}"`\''.includes(last)) return last !== '';
  if (last === '+' || last === '-') return text[end - 2] === last;
  if (last === '.') return /^\d/.test(text.slice(wordStart(text, end - 1), end - 1));
  return WORD.test(last) && !OPEN_KEYWORDS.has(text.slice(wordStart(text, end), end));
}

/** No keyword is longer, and a number may be cut: hostile text must not make each line end walk back over all before it. */
const LONGEST = 64;

function wordStart(text: string, end: number): number {
  let start = end;
  const least = Math.max(0, end - LONGEST);
  while (start > least && WORD.test(text[start - 1] ?? '')) start--;
  return start;
}

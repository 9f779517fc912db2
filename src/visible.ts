/** What nearly every text is, and what takes less to ask for: classes of Unicode take V8 a third of a millisecond to make. */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * A text from outside, made safe for a terminal: what is invisible, moves the cursor or turns the reading direction is
 * shown as `\u001b`. A tab stays one where `keepTabs` says so.
 */
export function visible(text: string, { keepTabs = false }: { readonly keepTabs?: boolean } = {}): string {
  if (PLAIN.test(text)) return text;
  // Control and format characters (bidirectional overrides among them), line and paragraph separators, lone surrogates.
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (char) => (keepTabs && char === '\t' ? char : escaped(char)));
}

/** `\u001b`; `\u{e0001}` beyond four digits. */
function escaped(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}

/** Control and format characters (bidirectional overrides among them), line and paragraph separators, lone surrogates. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * A text from outside, made safe for a terminal: what is invisible, moves the cursor or turns the reading direction is
 * shown as `\u001b`. A tab stays one where `keepTabs` says so.
 */
export function visible(text: string, { keepTabs = false }: { readonly keepTabs?: boolean } = {}): string {
  return text.replace(HIDDEN, (char) => (keepTabs && char === '\t' ? char : escaped(char)));
}

/** `\u001b`; `\u{e0001}` beyond four digits. */
function escaped(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}

/**
 * What nearly every text is, and what takes less to ask for: classes of Unicode take V8 a third of a millisecond to
 * make.
 */
const PLAIN = /^[\x20-\x7e]*$/;

/**
 * A text from outside, made safe for a terminal: what is invisible, moves the cursor or turns the reading direction is
 * shown as `\u001b`. A tab stays one where `keepTabs` says so.
 */
export function visible(text: string, { keepTabs = false }: { readonly keepTabs?: boolean } = {}): string {
  if (PLAIN.test(text)) return text;
  // Control and format characters (bidirectional overrides among them), line and paragraph separators, lone surrogates.
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, (char) =>
    keepTabs && char === '\t' ? char : escaped(char),
  );
}

/**
 * What runners take for the start of a command: `::` at the start of a line, after blanks too; `##`, a word or none,
 * `[` anywhere.
 */
const COMMAND = /^[^\S\n]*:(?=:)|##(?=\w*\[)/gm;

/**
 * Finished output (whole lines), made safe for the log of a CI runner: `::error::` of GitHub, `##[error]` of GitHub and
 * Azure, `##vso[…]` of Azure and `##teamcity[…]` get an escape in place of their second `#` or first `:`, which JSON
 * reads as the same text.
 */
export function inert(output: string): string {
  return /##|::/.test(output)
    ? output.replace(COMMAND, (start) => start.slice(0, -1) + escaped(start.slice(-1)))
    : output;
}

/** `\u001b`; `\u{e0001}` beyond four digits. */
function escaped(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}

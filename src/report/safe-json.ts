import { inert } from '../visible.ts';

/** What JSON leaves as it is, though a terminal or an editor may act on it or hide it. */
const HIDDEN = /[\x7f-\x9f\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * JSON, indented, with invisible characters, and what runners take for commands, as escapes: it reads back to the same
 * value. Ends with a line end.
 */
export function safeJson(value: unknown): string {
  return `${inert(JSON.stringify(value, undefined, 2).replace(HIDDEN, escaped))}\n`;
}

/** Per UTF-16 code unit, the only escape JSON knows. */
function escaped(char: string): string {
  return Array.from({ length: char.length }, (_, i) => `\\u${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join(
    '',
  );
}

const WORD = /[\p{L}_][\p{L}\p{Nd}_]*/uy;

/** The identifier or keyword that begins at this offset, or the empty string. */
export function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

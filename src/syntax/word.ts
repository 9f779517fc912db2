const WORD = /[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*/uy;

/** The identifier or keyword that begins at this offset, or the empty string. */
export function wordAt(text: string, at: number): string {
  WORD.lastIndex = at;
  return WORD.exec(text)?.[0] ?? '';
}

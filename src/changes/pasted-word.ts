/** A word as it can be pasted into a command line: plain, or in quotes. */
export function pastedWord(text: string): string {
  return /^[\w./@:+-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

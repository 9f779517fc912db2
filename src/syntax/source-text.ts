/** The texts of files that were opened. Few may ask: what is found must not depend on how code is laid out. */
const texts = new WeakMap<object, string>();

/** Remembers the text of a file that is opened. */
export function keepText(file: object, text: string): void {
  texts.set(file, text);
}

/**
 * The text of an open file: for edits, excerpts, fingerprints and directives, which are about text. The architecture
 * test holds who reads it.
 */
export function sourceText(file: object): string {
  return texts.get(file) ?? '';
}

/** Questions about Go text that was not parsed, as gofmt lays it out. All look at a bounded stretch of it. */

/** Names longer than this are none that somebody wrote. */
const wordLimit = 80;
/** Keys and lines longer than this are none that somebody wrote. */
export const lineLimit = 200;
/** Functions longer than this, in lines, are read from here on only. */
const functionLimit = 400;

/** The word that ends at a place; of the very long ones the last part, of none ''. */
export function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < wordLimit && isWord(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

/** Whether a character of this code is part of a name. */
export function isWord(char: number): boolean {
  return (char >= 0x61 && char <= 0x7a) || (char >= 0x41 && char <= 0x5a) || (char >= 0x30 && char <= 0x39) || char === 0x5f || char > 0x7f;
}

/** Where the line that a place is in ends. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

/** Where the nearest line before begins, within reason, that stands at the margin and opens a declaration. */
export function declarationStart(text: string, at: number): number | undefined {
  for (let end = at, lines = 0; end > 0 && lines < functionLimit; lines++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (opening.has(text.charCodeAt(start))) return start;
    end = start - 1;
  }
  return undefined;
}

/** The first letters of `var`, `type`, `func`, `const`. */
const opening: ReadonlySet<number> = new Set([0x76, 0x74, 0x66, 0x63]);

/** Where the lines begin and end that declare something behind a keyword at the margin, or in a group there; the keyword is left out. */
export function specLines(text: string, keyword: 'var' | 'type'): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  const opened = `\n${keyword} `;
  for (let at = text.indexOf(opened); at !== -1; at = text.indexOf(opened, at + 1)) {
    const start = at + opened.length - 1;
    const end = lineEnd(text, start);
    if (text[start + 1] === '(') addGroup(text, end, found);
    else found.push([start, end]);
  }
  return found;
}

/** The lines of a group that stand where its specs begin: further in is what belongs to a value. */
function addGroup(text: string, start: number, found: (readonly [number, number])[]): void {
  const close = text.indexOf('\n)', start);
  for (let at = start + 1; at < (close === -1 ? text.length : close); at = lineEnd(text, at) + 1) {
    const first = text.charCodeAt(at);
    if (first === 0x20 || (first === 0x09 && text.charCodeAt(at + 1) > 0x40)) found.push([at, lineEnd(text, at)]);
  }
}

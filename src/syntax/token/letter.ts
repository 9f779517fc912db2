/**
 * Letters and digits beyond ASCII, as package unicode knows them; made when the first one is met, since it takes V8 a
 * while.
 */
let letter: RegExp | undefined;
let digit: RegExp | undefined;

/** Whether a letter beyond ASCII begins at this offset. */
export function isLetterBeyondAscii(text: string, at: number): boolean {
  letter ??= /\p{L}/uy;
  letter.lastIndex = at;
  return letter.test(text);
}

/** Whether a decimal digit beyond ASCII begins at this offset. */
export function isDigitBeyondAscii(text: string, at: number): boolean {
  digit ??= /\p{Nd}/uy;
  digit.lastIndex = at;
  return digit.test(text);
}

/** By the characters of ASCII, 1 for letters, digits and `_`. */
export const isWord = new Uint8Array(128);
for (let char = 0; char < 128; char++) if (/\w/.test(String.fromCharCode(char))) isWord[char] = 1;

/** The offset behind the letter or digit beyond ASCII that stands here; the same offset where none does. */
export function behindLetter(text: string, at: number): number {
  if (at >= text.length || !(isLetterBeyondAscii(text, at) || isDigitBeyondAscii(text, at))) return at;
  const char = text.charCodeAt(at);
  return char >= 0xd800 && char <= 0xdbff ? at + 2 : at + 1;
}

/** The offset behind the letters and digits that stand here. */
export function wordEnd(text: string, at: number): number {
  for (let end = at; ;) {
    const next = text.charCodeAt(end) < 128 ? end + (isWord[text.charCodeAt(end)] ?? 0) : behindLetter(text, end);
    if (next === end) return end;
    end = next;
  }
}

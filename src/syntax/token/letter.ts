/** Letters and digits beyond ASCII, as package unicode knows them; made when the first one is met, since it takes V8 a while. */
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

import { FLOAT, IMAG, INT } from './token-kind.ts';

const isDecimal = (char: number): boolean => (char >= 0x30 && char <= 0x39) || char === 0x5f;
const isHex = (char: number): boolean =>
  isDecimal(char) || (char >= 0x61 && char <= 0x66) || (char >= 0x41 && char <= 0x46);

/**
 * The end of the number that begins at a digit, or at a period before one; as go/scanner reads it, mistakes included.
 */
export function numberEnd(text: string, at: number): number {
  const prefix = prefixOf(text, at);
  const isPart = prefix === 'x' ? isHex : isDecimal;
  let end = digitsEnd(text, prefix === '' ? at : at + 2, isPart);
  if (text[end] === '.') end = digitsEnd(text, end + 1, isPart);
  const exponent = lower(text.charCodeAt(end));
  if (exponent === 0x65 || exponent === 0x70) {
    const sign = text[end + 1];
    end = digitsEnd(text, sign === '+' || sign === '-' ? end + 2 : end + 1, isDecimal);
  }
  return text[end] === 'i' ? end + 1 : end;
}

/** What kind of number stands between two offsets. */
export function numberKind(text: string, at: number, end: number): number {
  if (text[end - 1] === 'i') return IMAG;
  const isWhole =
    prefixOf(text, at) === 'x' ? (char: string) => !'.pP'.includes(char) : (char: string) => !'.eEpP'.includes(char);
  for (let i = at; i < end; i++) if (!isWhole(text[i] ?? '')) return FLOAT;
  return INT;
}

function prefixOf(text: string, at: number): string {
  if (text[at] !== '0') return '';
  const letter = String.fromCharCode(lower(text.charCodeAt(at + 1)));
  return letter === 'x' || letter === 'o' || letter === 'b' ? letter : '';
}

function digitsEnd(text: string, at: number, isPart: (char: number) => boolean): number {
  let end = at;
  while (isPart(text.charCodeAt(end))) end++;
  return end;
}

function lower(char: number): number {
  return char | 0x20;
}

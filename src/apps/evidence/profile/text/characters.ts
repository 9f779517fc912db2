/** A copy that does not keep the chunk alive which the text was cut from. */
export function copied(text: string): string {
  return isAscii(text) ? utf8.decode(encoder.encode(text)) : String.fromCharCode(...bytesOf(text));
}

/** The text that bytes are, given one to a character. */
export function decoded(text: string): string {
  return isAscii(text) ? text : utf8.decode(bytesOf(text));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

const encoder = new TextEncoder();

/** Knows no byte order mark, and takes what is no UTF-8 for U+FFFD. */
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

import { visible } from '../../visible.ts';

/** An element as text; children are elements, or text that is already escaped. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: readonly string[] = [],
): string {
  const list = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join('');
  if (children.length === 0) return `<${name}${list}/>`;
  return `<${name}${list}>${children.join('')}</${name}>`;
}

/** A document with this root, one element to a line where the elements hold line ends. */
export function xmlDocument(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

/**
 * A text for content and attributes. Most control characters and lone surrogates have no form in XML 1.0
 * (https://www.w3.org/TR/xml/#charsets), not even as references, so what is invisible is shown as `\u001b`; so are
 * U+FFFE and U+FFFF. Line ends and tabs stay, as references that no reader turns into spaces; so does the second `#` of
 * `##[`, with which runners begin a command.
 */
export function escapeXml(text: string): string {
  return text.replace(/[^\P{C}]|[\u2028\u2029\ufffe\uffff&<>"']|(?<=#)#/gu, (char) => references[char] ?? shown(char));
}

function shown(char: string): string {
  const safe = visible(char);
  return safe === char ? `\\u${(char.codePointAt(0) ?? 0).toString(16)}` : safe;
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;', '#': '&#35;',
};

/** An element as it was read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text in it, without that of its children. */
  readonly text: string;
}

/** A character of XML 1.0: https://www.w3.org/TR/xml/#charsets */
const allowed = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/**
 * Reads the XML that our reports may be made of: elements, attributes in double quotes, text, the five entities and
 * decimal references. Throws for anything else, so that what it reads is well-formed.
 */
export function readXml(text: string): XmlElement {
  if (!allowed.test(text)) throw new Error('a character that XML 1.0 does not know');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error('no XML declaration');
  const { element, end } = readElement(text, declaration.length);
  if (text.slice(end) !== '\n') throw new Error(`more behind the root: ${text.slice(end, end + 40)}`);
  return element;
}

function readElement(text: string, start: number): { readonly element: XmlElement; readonly end: number } {
  const tag = /<([a-z][a-z-]*)((?: [a-z]+="[^"<]*")*)(\/?)>/y;
  tag.lastIndex = start;
  const [head, name = '', list = '', slash] = tag.exec(text) ?? fail(text, start);
  const pairs = [...list.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']): [string, string] => [
    key,
    decoded(value),
  ]);
  if (new Set(pairs.map(([key]) => key)).size !== pairs.length) throw new Error(`an attribute twice: ${head}`);
  const attributes = Object.fromEntries(pairs);
  let at = start + head.length;
  if (slash) return { element: { name, attributes, children: [], text: '' }, end: at };
  const children: XmlElement[] = [];
  let own = '';
  while (!text.startsWith(`</${name}>`, at)) {
    const next = text.indexOf('<', at);
    if (next === -1) throw new Error(`no end of ${name}`);
    if (next > at) {
      own += decoded(text.slice(at, next));
      at = next;
    } else {
      const child = readElement(text, at);
      children.push(child.element);
      at = child.end;
    }
  }
  return { element: { name, attributes, children, text: own }, end: at + name.length + 3 };
}

function fail(text: string, at: number): never {
  throw new Error(`no element at ${text.slice(at, at + 40)}`);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decoded(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+);)/.test(text)) throw new Error(`a bare & in ${text}`);
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_whole, code: string | undefined, name: string | undefined) =>
    (code === undefined ? entities[name ?? ''] ?? '' : String.fromCodePoint(Number(code))));
}

import type { Growth } from '../spec.ts';
import { lineLimit, wordBefore } from './go-text.ts';

/** Where the text of a file puts something into what has a name. */
export interface Insertion {
  readonly container: Growth['container'];
  readonly name: string;
  /** Whether the name stands behind a dot. */
  readonly selected: boolean;
  /** Where the name ends. */
  readonly at: number;
}

/** `m[k] = v`, `m[k]++`, `m[k], err = f()`: the bracket and what follows it. */
const intoIndex = /\](?:\+\+| ?(?:[-+*/%|&^]|<<|>>)?=(?!=)|, [^\n:=(]{1,80} = )/g;
/** Methods of sync.Map and of the maps of libraries; all have a key and a value. */
const intoMap = /\.(?:Store|LoadOrStore|Swap|Set|SetIfAbsent|Upsert|Put|LoadOrCompute|GetOrSet|GetOrInsert)\(/g;
const intoSlice = /= ?append\(\*?([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}.]*)/gu;

/** All places where a text puts something into one of these names, under anything but a literal. Linear in the text. */
export function insertions(text: string, names: ReadonlySet<string>, containers: ReadonlySet<Growth['container']>): readonly Insertion[] {
  const found: Insertion[] = [];
  const add = (container: Growth['container'], end: number | undefined): void => {
    const name = end === undefined ? '' : wordBefore(text, end);
    if (end !== undefined && names.has(name)) found.push({ container, name, selected: text[end - name.length - 1] === '.', at: end });
  };
  if (containers.has('slice')) for (const { 0: whole, index } of text.matchAll(intoSlice)) add('slice', index + whole.length);
  if (containers.has('map')) {
    for (const { index } of text.matchAll(intoIndex)) add('map', containerEnd(text, index));
    for (const { index } of text.matchAll(intoMap)) add('map', index);
  }
  return found;
}

/** Keys that are one of few, or the index of a slice. */
const closedKey = /^(?:"[^"]*"|'[^']*'|`[^`]*`|\d+|[ij](?: ?[-+] ?\d+)?|len\(\w+\) ?- ?\d+)$/;

/**
 * Where the name in front of the brackets ends, the last of which closes at `close`; undefined where their keys are closed,
 * or no name is there.
 */
function containerEnd(text: string, close: number): number | undefined {
  let open = false;
  for (let at = close; ;) {
    const start = openingBracket(text, at);
    if (start === undefined) return undefined;
    open ||= !closedKey.test(text.slice(start + 1, at));
    if (text[start - 1] !== ']') return open ? start : undefined;
    at = start - 1;
  }
}

function openingBracket(text: string, close: number): number | undefined {
  let depth = 0;
  for (let at = close; at >= 0 && close - at < lineLimit; at--) {
    const char = text.charCodeAt(at);
    if (char === 0x0a) return undefined;
    if (char === 0x5d) depth++;
    if (char === 0x5b && --depth === 0) return at;
  }
  return undefined;
}

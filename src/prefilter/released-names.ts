import { declarationStart, lineEnd, lineLimit, wordBefore } from './go-text.ts';

/** Names that the text of a package shows to be made smaller, bounded or replaced. */
export interface ReleasedNames {
  readonly plain: ReadonlySet<string>;
  /** Names behind a dot. */
  readonly selected: ReadonlySet<string>;
}

const taking = /(?:delete|clear)\(\*?([^\n,)]{1,120})[,)]/g;
const takingMethod = /\.(?:Delete|LoadAndDelete|CompareAndDelete|Clear)\(/g;
const comparing = /len\(([^\n()]{1,120})\) (?:[<>]|[!=]=) ?(?!0\b)/g;

/**
 * Looks for a release of each of these names. Where a name may stand for something else as well, it is not among those
 * that are found: only the tree can tell. Linear in the texts.
 */
export function releasedNames(texts: readonly string[], names: ReadonlySet<string>): ReleasedNames {
  const plain = new Set<string>();
  const selected = new Set<string>();
  for (const text of mentioning(texts, names)) {
    const add = (end: number): void => {
      const name = wordBefore(text, end);
      if (names.has(name)) (text[end - name.length - 1] === '.' ? selected : plain).add(name);
    };
    if (!text.includes('SetFinalizer')) {
      for (const { 0: whole, index } of text.matchAll(taking)) add(index + whole.length - 1);
      for (const { index } of text.matchAll(takingMethod)) add(index);
      for (const { index, 1: length = '' } of text.matchAll(comparing)) add(index + 'len('.length + length.length);
    }
    for (const end of replacements(text, names)) add(end);
  }
  const ambiguous = plain.size + selected.size === 0 ? { plain, selected } : ambiguousNames(texts, new Set([...plain, ...selected]));
  return {
    plain: new Set([...plain].filter((name) => !ambiguous.plain.has(name))),
    selected: new Set([...selected].filter((name) => !ambiguous.selected.has(name))),
  };
}

/** So many names are looked for one by one; of more than that most texts mention some. */
const fewNames = 32;

function mentioning(texts: readonly string[], names: ReadonlySet<string>): readonly string[] {
  return names.size > fewNames ? texts : texts.filter((text) => [...names].some((name) => text.includes(name)));
}

/** Where the names end that get another value, in functions that run again. */
function replacements(text: string, names: ReadonlySet<string>): readonly number[] {
  const found: number[] = [];
  for (let at = text.indexOf(' = '); at !== -1; at = text.indexOf(' = ', at + 1)) {
    const name = wordBefore(text, at);
    if (!names.has(name) || text.startsWith('append(', at + ' = '.length) || isFirst(text, at, name)) continue;
    const start = declarationStart(text, at);
    if (start !== undefined && text.startsWith('func', start) && !text.startsWith('func init(', start)) found.push(at);
  }
  return found;
}

/** `if m == nil { m = ` makes what was not there. */
function isFirst(text: string, at: number, name: string): boolean {
  return text.slice(Math.max(0, at - lineLimit / 2), at).includes(`${name} == nil`);
}

const type = /map\[|\[\]|\*?sync/g;
const local = /\tvar (\w+) /g;
const loadOrStore = '.LoadOrStore(';

/** Those of the names that also are local variables or parameters, and those that several structs have as fields. */
function ambiguousNames(texts: readonly string[], names: ReadonlySet<string>): ReleasedNames {
  const plain = new Set<string>();
  const declared = new Set<string>();
  const selected = new Set<string>();
  for (const text of mentioning(texts, names)) {
    for (const { index } of text.matchAll(type)) {
      let end = index;
      while (text[end - 1] === ' ') end--;
      const name = end === index ? '' : wordBefore(text, end);
      const before = end - name.length;
      if (!names.has(name) || text[before - 1] === '.') continue;
      (declared.has(name) ? selected : declared).add(name);
      if (/[(,] ?$/.test(text.slice(Math.max(0, before - 2), before))) plain.add(name);
    }
    for (const { 1: name = '' } of text.matchAll(local)) plain.add(name);
    for (let at = text.indexOf(' := '); at !== -1; at = text.indexOf(' := ', at + 1)) {
      const last = wordBefore(text, at);
      plain.add(last);
      if (text.startsWith(', ', at - last.length - 2)) plain.add(wordBefore(text, at - last.length - 2));
    }
    // What LoadOrStore is given may be lost, whatever is taken out elsewhere.
    for (let at = text.indexOf(loadOrStore); at !== -1; at = text.indexOf(loadOrStore, at + 1)) {
      if (text.slice(at + loadOrStore.length, lineEnd(text, at)).includes('(')) plain.add(wordBefore(text, at));
    }
  }
  return { plain, selected };
}

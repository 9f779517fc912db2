import type { Growth, PackageText } from '../spec.ts';

/** A name that, by its text, may be a container which lives as long as the process and grows. */
export interface GrowingName {
  readonly name: string;
  /** Undefined for a package variable; for a field the type that declares it, '' where that has no name. */
  readonly owner: string | undefined;
}

/**
 * The package variables of one kind, and the fields of types that package variables have, into which the text of the
 * package puts something under anything but a literal. Asked before a package is opened: few are left. Linear in the text.
 */
export function growingNames({ files }: Pick<PackageText, 'files'>, container: Growth['container']): readonly GrowingName[] {
  const known = asked[container].get(files);
  if (known) return known;
  const names = namesIn(files, container);
  asked[container].set(files, names);
  return names;
}

/** The same package is asked about before it is opened and after that: what was found is kept as long as its texts are. */
const asked = { map: new WeakMap<PackageText['files'], readonly GrowingName[]>(), slice: new WeakMap<PackageText['files'], readonly GrowingName[]>() };

function namesIn(files: PackageText['files'], container: Growth['container']): readonly GrowingName[] {
  if (!files.some(({ text }) => text.includes('\nvar'))) return [];
  const inserted = files.map(({ text }) => insertedNames(text, container));
  if (inserted.every(({ plain, selected }) => plain.size === 0 && selected.size === 0)) return [];
  const variables = variablesOf(files);
  if (variables.length === 0) return [];
  const plain = new Set(variables
    .filter(({ name, rest }) => inserted.some((each) => each.plain.has(name)) && mayHold(rest, container))
    .map(({ name }) => name)
    .filter((name) => inserted.some((each, index) => each.plain.get(name)?.some((at) => mayRunAgain(files[index]?.text ?? '', at, container)))));
  const types = new Set(files.flatMap(({ text }) => namedContainers(text, container)));
  if (types.size > 0) for (const { name, rest } of variables) if (typeHeld(rest).some((type) => types.has(type))) plain.add(name);
  const kept = plain.size > manyNames ? plain : new Set([...plain].filter((name) => !isReleased(name, files)));
  const selected = new Set(inserted.flatMap((each, index) =>
    [...each.selected].filter(([, places]) => places.some((at) => mayRunAgain(files[index]?.text ?? '', at, container))).map(([name]) => name)));
  return [...[...kept].map((name) => ({ name, owner: undefined })), ...(selected.size === 0 ? [] : fieldsOfVariables(files, selected, variables, container))];
}

/** The named map or slice types of a text: their methods put things into what a variable of them holds. */
function namedContainers(text: string, container: Growth['container']): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf('\ntype '); at !== -1; at = text.indexOf('\ntype ', at + 1)) {
    const [, name, type] = /^type ([\p{L}_][\p{L}\p{Nd}_]*) (map\[|\[\])/u.exec(text.slice(at + 1, at + keyLimit)) ?? [];
    if (name !== undefined && (type === 'map[') === (container === 'map')) found.push(name);
  }
  return found;
}

/** Of more names than anybody writes in one package the releases are not looked for in the text: that would take too long. */
const manyNames = 64;

/** By name, where in a text something is put into it. */
interface Inserted {
  readonly plain: Map<string, number[]>;
  /** Names behind a dot. */
  readonly selected: Map<string, number[]>;
}

/** Parameters of what serves requests, and loops that may not end. */
const again = /ResponseWriter|\.Request\b|gin\.|echo\.|fiber\.|fasthttp\.|net\.Conn\b|for \{|for ;|for (?:\w+ :?= )?range /;

/** Whether the function around a place may run again and again, by its name and what stands before the place. */
function mayRunAgain(text: string, at: number, container: Growth['container']): boolean {
  const start = declarationStart(text, at);
  if (start === undefined) return false;
  const setsUp = /^func (?:init\(|(?:Must)?Register|main\(\))/.test(text.slice(start, start + keyLimit));
  if (setsUp && !text.slice(start + 'func'.length, at).includes('func(')) return false;
  return container === 'map' || again.test(text.slice(start, at));
}

/** Whether the text of a package shows, outside of fields, that a variable gets shorter, or is bounded or replaced. */
function isReleased(name: string, files: PackageText['files']): boolean {
  const taking = new RegExp(String.raw`(?:delete|clear)\(\*?${name}[,)]|[^.\w]${name}\.(?:Delete|LoadAndDelete|CompareAndDelete|Clear)\(|len\(${name}\) (?:[<>]|[!=]=) ?(?!0\b)`, 'u');
  const replacing = new RegExp(String.raw`[\t ,]${name} = (?!append\(${name}, )`, 'gu');
  const mentioning = files.filter(({ text }) => text.includes(name));
  // A local variable of that name may be what is meant: then only the tree can tell.
  const shadowed = new RegExp(String.raw`[\t ,]${name}(?:, \w+)? :=|[(,] ?${name} (?:map\[|\[\]|\*?sync)|\tvar ${name} `, 'u');
  // What LoadOrStore is given may be lost, whatever is taken out elsewhere.
  const making = new RegExp(String.raw`${name}\.LoadOrStore\([^\n]*\(`, 'u');
  if (mentioning.some(({ text }) => shadowed.test(text) || making.test(text))) return false;
  return mentioning.some(({ text }) => taking.test(text) && !text.includes('SetFinalizer')
    || [...text.matchAll(replacing)].some(({ index }) => isInFunction(text, index) && !isFirst(text, index, name)));
}

/** `if m == nil { m = ` makes what was not there. */
function isFirst(text: string, at: number, name: string): boolean {
  return text.slice(Math.max(0, at - keyLimit / 2), at).includes(`${name} == nil`);
}

function isInFunction(text: string, at: number): boolean {
  const start = declarationStart(text, at);
  return start !== undefined && text.startsWith('func', start) && !text.startsWith('func init(', start);
}

/** `m[k] = v`, `m[k]++`, `m[k], err = f()`: the bracket and what follows it. */
const intoIndex = /\](?:\+\+| ?(?:[-+*/%|&^]|<<|>>)?=(?!=)|, [^\n:=(]{1,80} = )/g;
/** Methods of sync.Map and of the maps of libraries; all have a key and a value. */
const intoMap = /\.(?:Store|LoadOrStore|Swap|Set|SetIfAbsent|Upsert|Put|LoadOrCompute|GetOrSet|GetOrInsert)\(/g;
const intoSlice = /= ?append\(([\p{L}_][\p{L}\p{Nd}_.]*)/gu;

function insertedNames(text: string, container: Growth['container']): Inserted {
  const found: Inserted = { plain: new Map(), selected: new Map() };
  if (container === 'slice') {
    for (const { 1: list = '', index } of text.matchAll(intoSlice)) note(text, index + text.slice(index).indexOf('(') + 1 + list.length, found);
    return found;
  }
  for (const { index } of text.matchAll(intoIndex)) {
    const at = containerEnd(text, index);
    if (at !== undefined) note(text, at, found);
  }
  for (const { index } of text.matchAll(intoMap)) note(text, index, found);
  return found;
}

/** Adds the word that ends here. */
function note(text: string, end: number, { plain, selected }: Inserted): void {
  const word = wordBefore(text, end);
  if (word === '') return;
  const places = text[end - word.length - 1] === '.' ? selected : plain;
  const known = places.get(word);
  if (!known) places.set(word, [end]);
  else if (known.length < manyNames) known.push(end);
}

/** Names and keys longer than this are no keys that somebody wrote: a bound for hostile text. */
const wordLimit = 80;
const keyLimit = 200;
/** Keys that are one of few, or the index of a slice. */
const closedKey = /^(?:"[^"]*"|'[^']*'|`[^`]*`|\d+|[ij](?: ?[-+] ?\d+)?|len\(\w+\) ?- ?\d+)$/;

/** Where the name in front of the brackets ends, the last of which closes at `close`; undefined where their keys are closed, or no name is there. */
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
  for (let at = close; at >= 0 && close - at < keyLimit; at--) {
    const char = text.charCodeAt(at);
    if (char === 0x0a) return undefined;
    if (char === 0x5d) depth++;
    if (char === 0x5b && --depth === 0) return at;
  }
  return undefined;
}

function isWord(char: number): boolean {
  return (char >= 0x61 && char <= 0x7a) || (char >= 0x41 && char <= 0x5a) || (char >= 0x30 && char <= 0x39) || char === 0x5f || char > 0x7f;
}

const declared = new WeakMap<PackageText['files'], readonly Variable[]>();

function variablesOf(files: PackageText['files']): readonly Variable[] {
  const known = declared.get(files) ?? files.flatMap(({ text }) => packageVariables(text));
  declared.set(files, known);
  return known;
}

interface Variable {
  readonly name: string;
  /** What stands behind the name, up to the end of its line. */
  readonly rest: string;
}

/** The names that `var` lines at the beginning of a line declare, and lines of groups that begin there. */
function packageVariables(text: string): readonly Variable[] {
  const found: Variable[] = [];
  for (let at = text.indexOf('\nvar'); at !== -1; at = text.indexOf('\nvar', at + 4)) {
    const end = lineEnd(text, at + 4);
    const line = text.slice(at + 4, end);
    if (!/^ *\(/.test(line)) found.push(...variablesIn(line));
    else found.push(...text.slice(end, groupEnd(text, end)).split('\n').flatMap((each) => (/^\t\w/.test(each) || /^ +\w/.test(each) ? variablesIn(each) : [])));
  }
  return found;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function groupEnd(text: string, at: number): number {
  const end = text.indexOf('\n)', at);
  return end === -1 ? text.length : end;
}

/** `a, b map[string]int` declares both. Lines longer than any that somebody wrote are cut. */
function variablesIn(line: string): readonly Variable[] {
  const match = /^\s+([\p{L}_][\p{L}\p{Nd}_]{0,80}(?:, ?[\p{L}_][\p{L}\p{Nd}_]{0,80}){0,20})(?![\p{L}\p{Nd}_])(.*)/u.exec(line.slice(0, 2000));
  const [, names = '', rest = ''] = match ?? [];
  return names === '' ? [] : names.split(/, ?/).map((name) => ({ name, rest: rest.trim() }));
}

/** Beginnings of types and values that are no container of the kind: asked of what stands behind the name. */
const neither = /^(?:= *)?(?:"|`|'|\d|-|func\b|errors\.|regexp\.|fmt\.|\*?atomic\.|sync\.(?!Map)|!|true\b|false\b|chan\b|(?:string|bool|u?int\d*|float\d+|byte|rune|error)\b(?!\())/;

function mayHold(rest: string, container: Growth['container']): boolean {
  if (neither.test(rest)) return false;
  if (container === 'slice') return !/^(?:= *)?(?:make\()?map\[/.test(rest);
  // A map says so, also in the name of its type or library; or its type is one of this package.
  return /map/i.test(rest) || /^(?:= *)?(?:make\()?&?[\p{L}_][\p{L}\p{Nd}_]*(?:$|[ ){(,])/u.test(rest);
}

/** The fields of these names whose type has, by the text, one value, and a package variable for it. */
function fieldsOfVariables(
  files: PackageText['files'], selected: ReadonlySet<string>, variables: readonly Variable[], container: Growth['container'],
): readonly GrowingName[] {
  const held = new Set(variables.flatMap(({ rest }) => typeHeld(rest)));
  if (held.size === 0 && !variables.some(({ rest }) => rest.includes('struct'))) return [];
  const found = new Map<string, GrowingName>();
  for (const { text } of files) {
    for (let at = text.indexOf(' struct {'); at !== -1; at = text.indexOf(' struct {', at + 1)) {
      const owner = ownerBefore(text, at);
      if (owner === undefined || (owner !== '' && !held.has(owner))) continue;
      for (const line of text.slice(at, bodyEnd(text, at)).split('\n')) {
        for (const name of fieldsIn(line, container)) if (selected.has(name)) found.set(`${owner}.${name}`, { name, owner });
      }
    }
  }
  if (found.size === 0) return [];
  const owners = new Set([...found.values()].map(({ owner }) => owner));
  const made = new Set(files.flatMap(({ text }) => madeByMany(text, owners)));
  return [...found.values()]
    .filter(({ owner }) => owner === undefined || !made.has(owner))
    .filter(({ name }) => found.size > manyNames || !isFieldReleased(name, files));
}

/** Whether the text of a package shows that a field gets shorter, or is bounded or replaced. */
function isFieldReleased(name: string, files: PackageText['files']): boolean {
  // Where several structs have a field of that name only the tree can tell which of them is meant.
  const declaring = new RegExp(String.raw`(?<![\p{L}\p{Nd}_.])${name} +(?:map\[|\[\]|\*?sync\.)`, 'gu');
  if (files.reduce((sum, { text }) => sum + [...text.matchAll(declaring)].length, 0) > 1) return false;
  const taking = new RegExp(String.raw`(?:delete|clear)\([^\n,]{0,80}\.${name}[,)]|\.${name}\.(?:Delete|LoadAndDelete|CompareAndDelete|Clear)\(|len\([^\n,()]{0,80}\.${name}\) (?:[<>]|[!=]=) ?(?!0\b)`, 'u');
  const replacing = new RegExp(String.raw`\.${name} = (?!append\()`, 'gu');
  return files.filter(({ text }) => text.includes(`.${name}`)).some(({ text }) =>
    (taking.test(text) && !text.includes('SetFinalizer'))
    || [...text.matchAll(replacing)].some(({ index }) => isInFunction(text, index) && !isFirst(text, index, name)));
}

/** The type of this package that a variable has: `x T`, `x *T`, `x = &T{`, `x = new(T)`, `x = newT(`; also as `t` declares `T`. */
function typeHeld(rest: string): readonly string[] {
  const declared = /^(?:\*?([\p{L}_][\p{L}\p{Nd}_]*)(?![\p{L}\p{Nd}_.])|= &?([\p{L}_][\p{L}\p{Nd}_]*)\{|= new\(([\p{L}_][\p{L}\p{Nd}_]*)\)|= (?:[Nn]ew|[Mm]ake|[Ii]nit|[Cc]reate)([\p{L}\p{Nd}_]+)\()/u.exec(rest);
  const name = declared?.slice(1).find((each) => each !== undefined);
  return name === undefined ? [] : [name, name.charAt(0).toLowerCase() + name.slice(1)];
}

/** The names of a line of a struct type whose type is a container of that kind. */
function fieldsIn(line: string, container: Growth['container']): readonly string[] {
  const names = /^[ \t]+([\p{L}_][\p{L}\p{Nd}_]{0,80}(?:, [\p{L}_][\p{L}\p{Nd}_]{0,80}){0,20})[ \t]+(\S{1,40})/u.exec(line.slice(0, 2000));
  const isOne = container === 'slice' ? names?.[2]?.startsWith('[]') : /^\*?(?:map\[|sync\.Map$|[\p{L}\p{Nd}_.]*Map\[)/u.test(names?.[2] ?? '');
  return isOne === true ? (names?.[1] ?? '').split(', ') : [];
}

/** The type that begins before ` struct {`, '' for the anonymous one of a package variable; undefined for any other. */
function ownerBefore(text: string, at: number): string | undefined {
  const start = text.lastIndexOf('\n', at) + 1;
  const line = at - start > keyLimit ? '' : text.slice(start, at);
  const type = /^(?:type |\t)([\p{L}_][\p{L}\p{Nd}_]*)(?:\[.*\])?$/u.exec(line)?.[1];
  return type ?? (/^(?:var |\t)[\p{L}_][\p{L}\p{Nd}_]* *(?:= &?)?$|^(?:var |\t)[\p{L}_][\p{L}\p{Nd}_]* +=$/u.test(line) ? '' : undefined);
}

/** Where the lines of a struct type end that is declared at the margin, or in a group there; of a very long one not all are read. */
function bodyEnd(text: string, at: number): number {
  const body = text.slice(at, at + bodyLimit);
  const ends = [body.indexOf('\n}'), body.indexOf('\n\t}')].filter((end) => end !== -1);
  return at + Math.min(body.length, ...ends);
}

const bodyLimit = 20_000;

/** The line at the margin that opens the declaration around a place; empty where there is none. */
function declarationLine(text: string, at: number): string {
  const start = declarationStart(text, at);
  return start === undefined ? '' : text.slice(start, Math.min(lineEnd(text, start), start + keyLimit));
}

/** Where the nearest line before begins, within reason, that stands at the margin and opens a declaration. */
function declarationStart(text: string, at: number): number | undefined {
  for (let end = at, lines = 0; end > 0 && lines < 400; lines++) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (opening.has(text.charCodeAt(start))) return start;
    end = start - 1;
  }
  return undefined;
}

/** The first letters of `var`, `type`, `func`, `const`. */
const opening: ReadonlySet<number> = new Set([0x76, 0x74, 0x66, 0x63]);

/** The types of which a function that runs again and again makes values, by the text: `T{` and `new(T)` stand for nothing else. */
function madeByMany(text: string, types: ReadonlySet<string | undefined>): readonly string[] {
  const found: string[] = [];
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    if (isWord(text.charCodeAt(at - 1))) addMade(text, wordBefore(text, at), at, types, found);
  }
  for (let at = text.indexOf('new('); at !== -1; at = text.indexOf('new(', at + 1)) {
    const end = text.indexOf(')', at);
    if (end !== -1 && end - at < wordLimit) addMade(text, text.slice(at + 'new('.length, end), at, types, found);
  }
  return found;
}

function addMade(text: string, type: string, at: number, types: ReadonlySet<string | undefined>, found: string[]): void {
  if (!types.has(type)) return;
  const line = declarationLine(text, at);
  const runsOnce = !line.startsWith('func') || /^func \p{Ll}[\p{L}\p{Nd}_]*[([]/u.test(line) || text.slice(Math.max(0, at - keyLimit), at).includes('Do(func');
  if (!runsOnce) found.push(type);
}

/** The word that ends here; of the very long ones the last part. */
function wordBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && end - start < wordLimit && isWord(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

import type { Growth } from '../spec.ts';
import { isWord, lineLimit, wordBefore } from './go-text.ts';
import type { PackageVariable } from './package-variables.ts';
import { typesHeld } from './package-variables.ts';

/** A field that is a container, of a struct that a package variable may hold. */
export interface ContainerField {
  readonly container: Growth['container'];
  readonly name: string;
  /** The type that declares it, or the variable whose struct has no name. */
  readonly owner: string;
  /** The variables that may hold such a struct. */
  readonly holders: readonly string[];
}

/** By what may hold a container, the variables that may hold such a value: none for a type that lives as long as a server. */
export type Holders = ReadonlyMap<string, readonly string[]>;

/** The fields that are containers of these types, by the text. */
export function containerFields(texts: readonly string[], holders: Holders): readonly ContainerField[] {
  if (holders.size === 0) return [];
  return texts.flatMap((text) => {
    const found: ContainerField[] = [];
    for (let at = text.indexOf(' struct {'); at !== -1; at = text.indexOf(' struct {', at + 1)) {
      const owner = ownerBefore(text, at, holders);
      if (owner !== undefined) addFields(text.slice(at, bodyEnd(text, at)), owner, holders.get(owner) ?? [], found);
    }
    return found;
  });
}

/**
 * By what they hold, the variables: the types by their names, structs without one by the names of the variables; and the
 * types of services.
 */
export function holdersOf(variables: readonly PackageVariable[], services: ReadonlySet<string>): Holders {
  const found = new Map<string, string[]>([...services].map((type) => [type, []]));
  for (const variable of variables) {
    for (const type of anonymous.test(variable.rest) ? [variable.name] : typesHeld(variable)) {
      const others = found.get(type);
      if (others) others.push(variable.name);
      else found.set(type, [variable.name]);
    }
  }
  return found;
}

const anonymous = /^(?:= *&?)?struct\b/;

/** The type or variable at the margin, or in a group there, that is declared before ` struct {`, if variables hold it. */
function ownerBefore(text: string, at: number, holders: ReadonlyMap<string, unknown>): string | undefined {
  const word = wordBefore(text, at);
  if (word !== '' && !holders.has(word)) return undefined;
  const start = text.lastIndexOf('\n', at) + 1;
  const name = at - start > lineLimit ? undefined : declared.exec(text.slice(start, at))?.[1];
  return name !== undefined && holders.has(name) ? name : undefined;
}

/** `type T`, `type T[K any]`, `var x`, `var x =`, `var x = &`. */
const declared = /^(?:type |var |\t)([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*)(?:\[.*\])? *(?:= *&?)?$/u;

/** Where the lines of a struct type end that is declared at the margin, or in a group there; of a very long one not all are read. */
export function bodyEnd(text: string, at: number): number {
  const body = text.slice(at, at + bodyLimit);
  const ends = [body.indexOf('\n}'), body.indexOf('\n\t}')].filter((end) => end !== -1);
  return at + Math.min(body.length, ...ends);
}

const bodyLimit = 20_000;

function addFields(body: string, owner: string, holders: readonly string[], found: ContainerField[]): void {
  for (const line of body.split('\n')) {
    const [, names = '', type = ''] = field.exec(line.slice(0, lineLimit * 10)) ?? [];
    const container = type.startsWith('[]') ? 'slice' : map.test(type) ? 'map' : undefined;
    if (container) found.push(...names.split(', ').map((name) => ({ container, name, owner, holders } as const)));
  }
}

const field = /^[ \t]+([A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]{0,80}(?:, [A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]{0,80}){0,20})[ \t]+(\S{1,40})/u;
const map = /^\*?(?:map\[|sync\.Map$|[\w\u{80}-\u{10ffff}.]*Map\[)/u;

/** The types of which a text makes values: `T{` and `new(T)` stand for nothing else. */
export function placesMade(text: string, types: ReadonlySet<string>): readonly { readonly type: string; readonly at: number }[] {
  const found: { type: string; at: number }[] = [];
  const add = (type: string, at: number): void => {
    if (types.has(type)) found.push({ type, at });
  };
  for (let at = text.indexOf('{'); at !== -1; at = text.indexOf('{', at + 1)) {
    if (isWord(text.charCodeAt(at - 1))) add(wordBefore(text, at), at);
  }
  for (let at = text.indexOf('new('); at !== -1; at = text.indexOf('new(', at + 1)) {
    const end = text.indexOf(')', at);
    if (end !== -1 && end - at < lineLimit) add(text.slice(at + 'new('.length, end), at);
  }
  return found;
}

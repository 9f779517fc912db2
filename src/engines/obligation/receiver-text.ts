import { mayImport, packageOf, qualifiers } from '../../model/imports.ts';
import { knownResults, knownVariables } from '../../model/known-apis.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { typeString } from '../../model/type.ts';
import { lastName } from './candidates.ts';
import { typeWordsAt, withoutSpeech } from './type-words.ts';

/**
 * Whether what a method is called on, which ends at a place in the text of a declaration, may be of one of the types that
 * have a listed method of that name. Says yes wherever the text does not make sure of the contrary.
 */
export type ReceiverTest = (method: string, text: string, end: number) => boolean;

/** Names lead to others: of more than this the tree is asked. */
const manyNames = 40;

/** Prepares the test for the methods among the listed functions; the text of a package is read with the first question. */
export function receiverTest({ files }: PackageModel, acquire: readonly string[]): ReceiverTest {
  const receivers = new Map<string, Set<string>>();
  for (const name of acquire) {
    const type = /^\(\*?(.*)\)\./.exec(name)?.[1];
    if (type !== undefined) receivers.set(lastName(name), (receivers.get(lastName(name)) ?? new Set()).add(type));
  }
  const patterns = new Map<string, RegExp | undefined>();
  const patternOf = (method: string): RegExp | undefined => {
    if (!patterns.has(method)) patterns.set(method, typePattern([...(receivers.get(method) ?? [])], files));
    return patterns.get(method);
  };
  let last: { readonly text: string; readonly plain: string } | undefined;
  return (method, text, end) => {
    const pattern = patternOf(method);
    const operand = operandBefore(text, end);
    if (!pattern || !operand || pattern.test(operand.text) || isEmbedded(operand.name, receivers.get(method))) return true;
    if (last?.text !== text) last = { text, plain: withoutSpeech(text) };
    const outer = outerNames.get(files) ?? nameIndex(files.flatMap(({ source }) => outerTexts(source)).join('\n'));
    outerNames.set(files, outer);
    return leadsTo(operand.name, pattern, [placesIn(last.plain), outer]);
  };
}

/** The name of a field may be that of the type which it embeds. */
function isEmbedded(name: string, types: ReadonlySet<string> | undefined): boolean {
  return types !== undefined && [...types].some((type) => lastName(type) === name);
}

/** What speaks of one of these types in these files, or of what is known to give one; undefined where a dot import may hide it. */
function typePattern(types: readonly string[], files: PackageModel['files']): RegExp | undefined {
  const spoken = types.flatMap((type) => [type, ...givers(type)]);
  const plain = spoken.filter((name) => name.startsWith('(')).map(lastName);
  const parts = spoken.filter((name) => !name.startsWith('(')).flatMap((name) => {
    const path = packageOf(name);
    const importing = files.filter(({ source }) => mayImport(source, path));
    const before = [...new Set(importing.flatMap(({ source }) => qualifiers(source, path)))];
    return before.map((each) => (each === '.' ? '.' : `${each.replace(/\W/g, '\\$&')}\\s*\\.\\s*${lastName(name)}`));
  });
  if (parts.includes('.')) return undefined;
  const all = [...parts, ...plain];
  return all.length === 0 ? /$./ : new RegExp(`\\b(?:${all.join('|')})\\b`);
}

/** The functions, methods and variables of other packages that are known to give a value of a type. */
function givers(type: string): readonly string[] {
  const isIt = (each: Parameters<typeof typeString>[0]): boolean => typeString(each).replace(/^\*/, '') === type;
  const functions = Object.entries(knownResults).filter(([, results]) => results.some(isIt));
  return [...functions, ...Object.entries(knownVariables).filter(([, each]) => isIt(each))].map(([name]) => name);
}

/** The chain of names that ends at a place, and the name that decides its type: `client` of `s.client`, `get` of `s.get(x)`. */
function operandBefore(text: string, end: number): { readonly name: string; readonly text: string } | undefined {
  let at = skipBack(text, end);
  while (text[at - 1] === ')' || text[at - 1] === ']') {
    const open = openingBefore(text, at - 1);
    if (open === undefined) return undefined;
    at = open;
  }
  const chain = /(?:[\w]+\s*\.\s*)*(\w+)$/.exec(text.slice(Math.max(0, at - longestName), at));
  return chain?.[1] === undefined ? undefined : { name: chain[1], text: chain[0] };
}

const longestName = 120;
const longestStatement = 2000;

function skipBack(text: string, end: number): number {
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) <= 0x20) at--;
  return at;
}

/** The bracket that the one at a place closes, where no string lies between that might hold brackets too. */
function openingBefore(text: string, close: number): number | undefined {
  for (let at = close, depth = 0; at >= 0 && close - at < longestStatement; at--) {
    const char = text.charAt(at);
    if (char === ')' || char === ']' || char === '}') depth++;
    else if (char === '(' || char === '[' || char === '{') {
      if (--depth === 0) return at;
    } else if (char === '"' || char === '`' || char === "'") return undefined;
  }
  return undefined;
}

/** Where names stand in a text that has no comments and strings. */
interface Names {
  readonly text: string;
  readonly placesOf: (name: string) => readonly number[];
}

const word = /\w+/g;

/** All kinds of resources ask about the same names of a package. */
const outerNames = new WeakMap<PackageModel['files'], Names>();

/** For many questions. */
function nameIndex(spoken: string): Names {
  const text = withoutSpeech(spoken);
  const places = new Map<string, number[]>();
  for (const { 0: name, index } of text.matchAll(word)) {
    const known = places.get(name);
    if (known) known.push(index);
    else places.set(name, [index]);
  }
  return { text, placesOf: (name) => places.get(name) ?? [] };
}

/** For few questions. */
function placesIn(text: string): Names {
  return {
    text,
    placesOf: (name) => {
      const found: number[] = [];
      for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
        if (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(at + name.length))) found.push(at);
      }
      return found;
    },
  };
}

/** What a file declares outside of functions, and the headers of these: there all types are written that names of the package have. */
function outerTexts({ text, declarations }: PackageModel['files'][number]['source']): readonly string[] {
  return declarations.map(({ kind, pos, end }) => {
    const body = kind === 'func' ? text.indexOf('{\n', pos) : -1;
    return text.slice(pos, body === -1 ? end : Math.min(end, body));
  });
}

/** Whether a name, by the names that it is declared with, and so on, comes to a type. */
function leadsTo(name: string, type: RegExp, places: readonly Names[]): boolean {
  const seen = new Set([name]);
  for (const next of seen) { // grows on the way
    for (const { text, placesOf } of places) {
      for (const at of placesOf(next)) {
        if (text[at - 1] === '.') continue;
        const said = typeWordsAt(text, at, at + next.length);
        if (said === '?' || (said && type.test(said.written))) return true;
        for (const each of said?.names ?? []) seen.add(each);
      }
    }
    if (seen.size > manyNames) return true;
  }
  return false;
}

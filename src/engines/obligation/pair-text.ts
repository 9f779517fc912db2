import { mayImport, packageOf } from '../../model/imports.ts';
import type { Obligation } from '../../spec.ts';
import type { Spellings } from './spellings.ts';

/** A call in a text that, by what stands around it, gives several values and is not visibly settled. */
interface Pair {
  readonly index: number;
  /** Whether the rule lists what is called; otherwise it may be a look-alike. */
  readonly isListed: boolean;
  readonly isReturned: boolean;
  /** What stands before it on its line. */
  readonly before: string;
}

/**
 * A test whether a text may hold a call, spelled in one of these ways, that gives several values: what stands before it
 * on its line is a list of targets with a comma, a return (of one of the types of the rule: then it is a helper), or
 * nothing but the operand. Those that are visibly settled, by a deferred release behind the check of the error, do not
 * count, nor does `once.Do(func() …)`, nor a look-alike in a text without the part by which it is known. Text decides
 * what is parsed.
 */
export function pairTest(spellings: Spellings, rule: Obligation): (text: string) => boolean {
  const pairsOf = pairFinder(spellings, rule);
  const mayCount = pairJudge(rule);
  return (text) => pairsOf(text).some((pair) => mayCount(pair, text));
}

/** A test of the declarations of one file, in their order, by their texts and where these begin. */
export type DeclarationTest = (declaration: string, pos: number) => boolean;

/** As pairTest, for a file whose text is read only once; undefined where none of its declarations passes. */
export function pairsIn(spellings: Spellings, rule: Obligation): (fileText: string) => DeclarationTest | undefined {
  const pairsOf = pairFinder(spellings, rule);
  const mayCount = pairJudge(rule);
  return (fileText) => {
    const pairs = pairsOf(fileText);
    let first = 0;
    return pairs.length === 0 ? undefined : (declaration, pos) => {
      while ((pairs[first]?.index ?? Infinity) < pos) first++;
      for (let at = first; at < pairs.length; at++) {
        const pair = pairs[at];
        if (!pair || pair.index >= pos + declaration.length) return false;
        if (mayCount(pair, declaration)) return true;
      }
      return false;
    };
  };
}

/** Finds them all, by what their lines and the next ones say. */
function pairFinder(
  { listed, declared, lookalikes }: Spellings, { release, takesNoContext }: Obligation,
): (text: string) => readonly Pair[] {
  const all = [...listed, ...declared, ...lookalikes];
  if (all.length === 0) return () => [];
  const needles = [...wordsOf(all)].map((word) => `${word}(`);
  const none = takesNoContext ? 'func\\b|ctx\\b|context\\.' : 'func\\b';
  const call = new RegExp(`(?<sure>${anyOf(listed)}\\((?!${none})|${anyOf(declared)}\\()|${anyOf(lookalikes)}\\((?!func\\b)`, 'g');
  const released = new RegExp(`\\b(?:${release.join('|')})\\b`);
  return (text) => {
    if (!needles.some((needle) => text.includes(needle))) return [];
    const found: Pair[] = [];
    let start = 0;
    let lineEnd = text.indexOf('\n');
    for (const { index, groups, 0: spelled } of text.matchAll(call)) {
      for (; lineEnd !== -1 && lineEnd < index; lineEnd = text.indexOf('\n', lineEnd + 1)) start = lineEnd + 1;
      const before = text.slice(Math.max(start, index - longestLine), index).trimStart();
      if (isArgument(before) || isOperand(text, index + spelled.length)) continue;
      const isReturned = before.startsWith('return ');
      if (!isReturned && (!givesPair(text, start, before) || isSettled(text, start, before, released))) continue;
      found.push({ index, isListed: groups?.['sure'] !== undefined, isReturned, before });
    }
    return found;
  };
}

/** Decides about one by the text of its declaration. */
function pairJudge({ type, part, byName }: Obligation): (pair: Pair, declaration: string) => boolean {
  const typeName = new RegExp(`\\b(?:${[type].flat().map((name) => name.slice(name.lastIndexOf('.') + 1)).join('|')})\\b`);
  const mayGive = (declaration: string): boolean =>
    typeName.test(declaration.startsWith('func') ? declaration.slice(0, declaration.indexOf('{\n')) : declaration);
  return ({ isListed, isReturned, before }, declaration) => {
    if (isListed) return !isReturned || mayGive(declaration);
    if (isReturned) return false;
    return (part === undefined && byName === true) || mayBeTaken(before, declaration, part ?? '');
  };
}

/**
 * Whether a look-alike is one by what is done with it: methods of the variable that takes it, which is no field, are
 * called, or its part is used.
 */
function mayBeTaken(before: string, text: string, part: string): boolean {
  const target = /(?:^|\s)([\w.]+)(?:, [\w.]+)+ :?= /.exec(before)?.[1] ?? '';
  return !target.includes('.') && text.includes(`${target}.${part}`);
}

/** The last words of spellings. */
function wordsOf(spellings: readonly string[]): ReadonlySet<string> {
  return new Set(spellings.map((spelling) => /\w+$/.exec(spelling)?.[0] ?? ''));
}

/** Any of these parts of a regular expression; of none of them, what no text has. */
function anyOf(parts: readonly string[]): string {
  return `(?:${parts.join('|') || '$.'})`;
}

/** Whether a call behind this stands between the brackets of another one: of its values that one takes one, or takes the resource along. */
function isArgument(before: string): boolean {
  let depth = 0;
  for (const char of before.slice(before.lastIndexOf('= ') + 1)) {
    if (char === '(') depth++;
    else if (char === ')') depth--;
  }
  return depth > 0;
}

/** Whether a call whose arguments begin at an offset goes on behind them, `pool.Get().(*buffer)`, so that it gives one value. */
function isOperand(text: string, from: number): boolean {
  let depth = 1;
  for (let at = from; at < from + longestLine && at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '"' || char === '`' || char === "'" || char === '\n') return false; // where brackets may mean nothing
    if (depth === 0) return text[at + 1] === '.' || text[at + 1] === '[';
  }
  return false;
}

/** Whether what stands before a call on its line takes several values from it, the last of which is not a truth value, or drops them. */
function givesPair(text: string, start: number, before: string): boolean {
  const last = /,\s*([\w.]*)[^,=]*=/.exec(before)?.[1];
  if (last !== undefined) return !/^(?:ok|has|hit|found|loaded|cached|exists?|present)$/.test(last);
  // Nothing but the operand: a statement of its own, but not an argument on a line of its own.
  if (/^[^\s=]*$/.test(before)) return !/[,([]\s*$/.test(text.slice(Math.max(0, start - 2), start));
  return /^case\b/.test(before);
}

/** Lines longer than this are not written by people: a bound for hostile code. */
const longestLine = 400;

/** How far, in lines, the deferred release may be from the acquisition. */
const reach = 16;

/**
 * Whether the statement that begins in the line at `start` is followed, as gofmt indents it, by the check of its error and
 * a deferred release of its first target, or by that release at once. One that gives two resources is never settled.
 */
function isSettled(text: string, start: number, before: string, released: RegExp): boolean {
  const target = /^(\w+), \w+ :?= /.exec(before)?.[1];
  if (target === undefined || target === '_') return false;
  const indent = /^\s*/.exec(text.slice(start, start + 80))?.[0] ?? '';
  const lines = linesFrom(text, start);
  let at = 1;
  while (at < lines.length && isDeeper(lines[at], indent)) at++;
  if (lines[at]?.startsWith(`${indent}if `) && lines[at]?.endsWith('!= nil {')) {
    while (at < lines.length && lines[at] !== `${indent}}`) at++;
    at++;
  }
  while (lines[at]?.trim() === '' || lines[at]?.startsWith(`${indent}//`)) at++;
  const deferred = lines[at];
  if (!deferred?.startsWith(`${indent}defer `)) return false;
  const end = deferred.endsWith('{') ? lines.findIndex((line, index) => index > at && line.startsWith(`${indent}}`)) : at;
  const body = lines.slice(at, end + 1).join('\n');
  return released.test(body) && new RegExp(`\\b${target}\\.`).test(body);
}

function linesFrom(text: string, start: number): readonly string[] {
  const found: string[] = [];
  for (let at = start; found.length < reach && at < text.length;) {
    const end = text.indexOf('\n', at);
    if ((end === -1 ? text.length : end) - at > longestLine) break;
    found.push(text.slice(at, end === -1 ? text.length : end));
    at = end === -1 ? text.length : end + 1;
  }
  return found;
}

/** Whether a line goes on with the statement of the line before: it is indented further, or closes brackets. */
function isDeeper(line: string | undefined, indent: string): boolean {
  return line !== undefined && (line.startsWith(`${indent}\t`) || /^[)}\]]/.test(line.slice(indent.length)));
}

/** A type as code writes it, if its package has its usual name: `*http.Response` for `*net/http.Response`. */
export function writtenType(type: string): string {
  return `${type.startsWith('*') ? '*' : ''}${type.slice(type.lastIndexOf('/') + 1).replace(/^\*/, '')}`;
}

/**
 * The names of interface methods, fields and parameters of function type whose results are one of these types and an
 * error, by the text of their lines.
 */
export function typedNames(files: readonly { readonly source: { readonly text: string } }[], types: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const { source } of files) {
    const { text } = source;
    for (const type of types.filter((each) => mayImport(source, packageOf(each).replace(/^\*/, '')))) {
      const results = `${writtenType(type)}, `;
      for (let at = text.indexOf(results); at !== -1; at = text.indexOf(results, at + 1)) {
        const before = text.slice(Math.max(0, at - longestLine), at);
        const line = before.slice(before.lastIndexOf('\n') + 1);
        if (/^\s*func\b/.test(line) && !/\bfunc\b.*\bfunc\(/.test(line)) continue;
        const name = /(\w+)\s+func\(.*$/.exec(line)?.[1] ?? /^\s+(\w+)\(/.exec(line)?.[1];
        if (name !== undefined) found.add(name);
      }
    }
  }
  return [...found];
}

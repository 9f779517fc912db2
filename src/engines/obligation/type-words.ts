/** What a text says about the type of a name at one place that declares it. */
export interface TypeWords {
  /** All that is written there: the type, or the value that the name gets. */
  readonly written: string;
  /** The names in it that decide about the type: of `a.b(c)` only `b`. */
  readonly names: readonly string[];
}

/** Statements longer than this say nothing; the tree does. */
const longestStatement = 2000;

const name = /[\p{L}_][\p{L}\p{Nd}_]*/gu;
/** The last name of each chain. */
const lastOfChain = /[\p{L}_][\p{L}\p{Nd}_]*(?![\p{L}\p{Nd}_]|\s*\.)/gu;
/** Behind a name: the rest of a list of names, and what follows that. */
const behindName = /(?:\s*,\s*[\p{L}_][\p{L}\p{Nd}_]*)*[ \t]*(?:(?<sets>:?=(?!=))|(?<=[ \t])(?<type>[\p{L}_*[(]|<-chan))/uy;
const functionBefore = /\bfunc (?:\([^()\n]*\) )?$/;
/** Operands whose arguments are types. */
const takesType = /\b(?:make|new)\(|\.\(/;

/** Comments and strings, which speak of nothing. */
const speech = /"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[^]*?\*\//g;

/** A text without what stands in its comments and strings. */
export function withoutSpeech(text: string): string {
  return text.replace(speech, (found) => (found.startsWith('/') ? '' : '""'));
}

/**
 * What the place of a name, which ends at `end`, says about its type, in a text without comments and strings; undefined
 * where it declares nothing, `'?'` where that is too much to read.
 */
export function typeWordsAt(text: string, start: number, end: number): TypeWords | '?' | undefined {
  const next = text[end];
  if (next === '(' || next === '[') {
    if (!functionBefore.test(text.slice(Math.max(0, start - 200), start))) return undefined;
    const results = behindParameters(text, end);
    return results === undefined ? '?' : wordsOf(statement(text, results, 'results'));
  }
  behindName.lastIndex = end;
  const groups = behindName.exec(text)?.groups;
  if (!groups) return undefined;
  if (groups['sets'] !== undefined) {
    const value = statement(text, behindName.lastIndex, 'value');
    return value && /\.\(type\)/.test(value.whole) ? '?' : wordsOf(value);
  }
  return wordsOf(statement(text, behindName.lastIndex - 1, 'type'));
}

/** Where the results of a function begin, whose name ends at a place; undefined where its parameters are many. */
function behindParameters(text: string, end: number): number | undefined {
  for (let at = end, depth = 0; at < end + longestStatement && at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(' || char === '[') depth++;
    else if ((char === ')' || char === ']') && --depth === 0 && text[at + 1] !== '(') return at + 1;
  }
  return undefined;
}

interface Statement {
  readonly whole: string;
  /** Without what stands in brackets; undefined where that counts too. */
  readonly outside: string | undefined;
}

function wordsOf(read: Statement | undefined): TypeWords | '?' {
  if (!read) return '?';
  const { whole, outside } = read;
  const names = outside === undefined || takesType.test(whole) ? whole.match(name) : outside.match(lastOfChain);
  return { written: whole, names: names ?? [] };
}

/** Reads on to where a type, a value or the results of a function end, as gofmt breaks lines; undefined where it is long. */
function statement(text: string, from: number, kind: 'type' | 'value' | 'results'): Statement | undefined {
  let outside = '';
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    if (at - from > longestStatement) return undefined;
    const char = text.charAt(at);
    const isEnd = depth === 0 && (kind === 'value' ? endsValue(text, at, outside) : endsType(text, at, kind));
    if (isEnd) return { whole: text.slice(from, at), outside: kind === 'value' ? outside : undefined };
    if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') {
      if (depth === 0) return { whole: text.slice(from, at), outside: kind === 'value' ? outside : undefined };
      depth--;
    } else if (depth === 0) outside += char;
  }
  return { whole: text.slice(from), outside: kind === 'value' ? outside : undefined };
}

function endsType(text: string, at: number, kind: 'type' | 'results'): boolean {
  const char = text.charAt(at);
  const isType = (): boolean => /(?:struct|interface) ?$/.test(text.slice(Math.max(0, at - 12), at));
  if (char === '\n' || (char === '{' && text[at + 1] === '\n' && !isType())) return true;
  return kind === 'type' && (char === ',' || char === '=' || char === ';');
}

/** A line that ends with an operator, a comma or a dot goes on; a block, and the body of a function literal, is no part of the value. */
function endsValue(text: string, at: number, before: string): boolean {
  const char = text.charAt(at);
  if (char === ';') return true;
  if (char === '\n') return !/[-=.,+*/%&|<>:!]\s*$/.test(before.slice(-40)) && before.trim() !== '';
  if (char !== '{' || text[at + 1] !== '\n') return false;
  const line = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /\bfunc\(/.test(line) || /^\s*(?:\} else )?(?:for|if|switch|select)\b/.test(line);
}

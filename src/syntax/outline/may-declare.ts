import { isWord, wordEnd } from '../token/letter.ts';

/**
 * Whether a text may declare a name at its top level: a look at what stands around it, before any token is read. Says
 * yes wherever the tokens would, and in places where a line begins or a comment is near.
 */
export function mayDeclare(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    if (wordEnd(text, at) === end && mayBegin(text, at, end)) return true;
  }
  return false;
}

/** So many names of a list are looked at; of a longer one the answer is yes. */
const MOST_NAMES = 64;

/** Whether the word between two offsets may be the name of a function, or of a spec, or one of several names of one. */
function mayBegin(text: string, start: number, end: number): boolean {
  let at = start;
  for (let names = 0; names < MOST_NAMES; names++) {
    const before = behindGap(text, at);
    switch (text[before - 1]) {
      case undefined: case '\n': case ';': case '/':
        return true;
      case ')': // behind a receiver; behind parameters stands a result
        return at === start && isMethodName(text, end);
      case '(':
        return endsWithKeyword(text, behindLines(text, before - 1), groups);
      case ',':
        at = wordStart(text, behindLines(text, before - 1));
        if (text[at - 1] === '/') return true;
        if (at === behindLines(text, before - 1)) return false;
        break;
      default:
        return before < at && endsWithKeyword(text, before, keywords);
    }
  }
  return true;
}

const groups = ['type', 'var', 'const'] as const;
const keywords = ['func', ...groups] as const;

function endsWithKeyword(text: string, end: number, words: readonly string[]): boolean {
  return text[end - 1] === '/' || words.some((word) => text.endsWith(word, end));
}

/** What a receiver and a name have behind them: parameters, or type parameters. */
function isMethodName(text: string, end: number): boolean {
  let next = end;
  while (text[next] === ' ' || text[next] === '\t') next++;
  return text[next] === '(' || text[next] === '[' || text[next] === '/' || text[next] === '\r' || text[next] === '\n';
}

/** The offset behind what stands in front of a gap in a line. */
function behindGap(text: string, at: number): number {
  let end = at;
  while (text[end - 1] === ' ' || text[end - 1] === '\t' || text[end - 1] === '\r') end--;
  return end;
}

/** The same over several lines. */
function behindLines(text: string, at: number): number {
  let end = behindGap(text, at);
  while (text[end - 1] === '\n') end = behindGap(text, end - 1);
  return end;
}

/** The offset at which the word begins that ends at one. Letters beyond ASCII are taken for parts of it. */
function wordStart(text: string, end: number): number {
  let start = end;
  while (start > 0 && isWord[text.charCodeAt(start - 1)] !== 0) start--;
  return start;
}

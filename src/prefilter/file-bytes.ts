import { wordsBeforeBrackets } from '../syntax/words-before-brackets.ts';

/** What the characters of one file say, each question answered once for all rules that ask it. */
export interface FileBytes {
  /** Whether the findings of this file are wanted. */
  readonly report: boolean;
  /** Whether a word stands anywhere, in comments and strings too. */
  holds(word: string): boolean;
  /** Whether a name of ASCII letters stands anywhere, not as a part of a longer one. */
  holdsName(name: string): boolean;
  /** Whether a word stands in front of a bracket, as those of calls do. */
  calls(word: string): boolean;
  /** Whether a word stands in front of the first function: where imports stand. */
  opensWith(word: string): boolean;
  /** Whether a path stands there in quotes, as that of an import does. */
  imports(path: string): boolean;
  matches(pattern: RegExp): boolean;
  /** Whether a package is imported that is not Go's own: the first element of its path has a dot. */
  importsOthers(): boolean;
}

const inQuotes = /"[^"\n]+"|`[^`\n]+`/g;
/** `"github.com/…"` */
const otherPath = /"[\w-]+\.[\w.-]+\//;

/** Looks at nothing yet. */
export function fileBytes(text: string, report: boolean): FileBytes {
  const holds = memo((word: string) => text.includes(word));
  const holdsName = memo((name: string) => hasName(text, name));
  const matches = memo((pattern: RegExp) => pattern.test(text));
  let known: string | undefined;
  let called: ReadonlySet<string> | undefined;
  let quoted: ReadonlySet<string> | undefined;
  const head = (): string => (known ??= text.slice(0, headEnd(text)));
  const opensWith = memo((word: string) => head().includes(word));
  const importsOthers = memo((pattern: RegExp) => pattern.test(head()));
  return {
    report, holds, holdsName, opensWith, matches,
    calls: (word) => (called ??= wordsBeforeBrackets(text)).has(word),
    imports: (path) => (quoted ??= new Set(head().match(inQuotes)?.map((each) => each.slice(1, -1)))).has(path),
    importsOthers: () => importsOthers(otherPath),
  };
}

const letter = /\w/;

function hasName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + name.length)) {
    if (!letter.test(text[at - 1] ?? '') && !letter.test(text[at + name.length] ?? '')) return true;
  }
  return false;
}

function headEnd(text: string): number {
  const at = text.search(/^func\b/m);
  return at === -1 ? text.length : at;
}

function memo<Question>(answer: (question: Question) => boolean): (question: Question) => boolean {
  const known = new Map<Question, boolean>();
  return (question) => {
    const before = known.get(question);
    if (before !== undefined) return before;
    const fresh = answer(question);
    known.set(question, fresh);
    return fresh;
  };
}

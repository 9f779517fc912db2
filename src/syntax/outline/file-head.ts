import type { Span } from '../span.ts';
import { wordEnd } from '../token/letter.ts';
import { commentEnd } from '../token/token-end.ts';
import { KEYWORDS } from '../token/token-kind.ts';

/** What stands in front of the first code of a file. */
export interface FileHead {
  /** The comments there, in order. */
  readonly comments: readonly Span[];
  /** Where the first code begins; the length of the text where there is none. */
  readonly end: number;
}

/** Looks no further than the first code. */
export function fileHead(text: string): FileHead {
  const comments: Span[] = [];
  const end = skipGap(text, text.startsWith('\ufeff') ? 1 : 0, comments);
  return { comments, end };
}

/** The offset of the first code from an offset on. */
function skipGap(text: string, from: number, comments: Span[] = []): number {
  for (let at = from; ;) {
    const char = text[at];
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') at++;
    else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = commentEnd(text, at);
      comments.push({ pos: at, end });
      at = end;
    } else return at;
  }
}

const clause = 'package';

/** The name in a file's package clause, read without looking any further; undefined where there is none. */
export function packageName(text: string): string | undefined {
  const { end } = fileHead(text);
  if (!text.startsWith(clause, end)) return undefined;
  const at = skipGap(text, end + clause.length);
  const name = text.slice(at, wordEnd(text, at));
  return at === end + clause.length || name === '' || /^\d/.test(name) || isKeyword(name) ? undefined : name;
}

function isKeyword(name: string): boolean {
  return (KEYWORDS as readonly string[]).includes(name);
}

import { lex } from '../token/lexer.ts';
import type { Span } from '../span.ts';
import { commentEnd } from '../token/token-end.ts';
import { IDENT, PACKAGE } from '../token/token-kind.ts';

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
  let at = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    const char = text[at];
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') at++;
    else if (char === '/' && (text[at + 1] === '/' || text[at + 1] === '*')) {
      const end = commentEnd(text, at);
      comments.push({ pos: at, end });
      at = end;
    } else return { comments, end: at };
  }
}

/** A package clause is shorter than this, save with comments inside. */
const SHORT = 200;

/** The name in a file's package clause, read without looking any further; undefined where there is none. */
export function packageName(text: string): string | undefined {
  const { end } = fileHead(text);
  if (!text.startsWith('package', end)) return undefined;
  return nameInClause(text.slice(end, end + SHORT), SHORT) ?? nameInClause(text.slice(end), Infinity);
}

/** Undefined also where the name may go on behind the piece of text. */
function nameInClause(text: string, size: number): string | undefined {
  const { kinds, starts, ends } = lex(text);
  return kinds[0] === PACKAGE && kinds[1] === IDENT && (ends[1] ?? 0) < size ? text.slice(starts[1], ends[1]) : undefined;
}

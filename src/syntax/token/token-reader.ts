import * as T from './token-kind.ts';
import type { Tokens } from './tokens.ts';

/** A place among the tokens of a text that moves forward only. */
export interface Reader {
  readonly text: string;
  readonly tokens: Tokens;
  /** The next token. */
  at: number;
  /** Whether brackets are known not to match, so that a method at the margin ends what is open. */
  readonly resumes: boolean;
  /** Set where a statement ended with the text, or with a function inside of it, and a bracket was open. */
  openEnd: boolean;
}

/**
 * Moves behind the declaration or statement that begins here. It ends where Go has a semicolon outside all brackets,
 * before a bracket too many, and before the header of a named function, which no bracket may hold: what stood open
 * there has been cut off. `one line` also ends it at the first line end outside brackets, whatever stands before: for
 * text that is no Go.
 */
export function skipStatement(reader: Reader, until: 'semicolon' | 'one line' = 'semicolon'): void {
  const { text, tokens: { kinds, starts, ends, count } } = reader;
  let depth = 0;
  for (const first = reader.at; reader.at < count; reader.at++) {
    const kind = kinds[reader.at] ?? T.ILLEGAL;
    if (depth === 0) {
      if (T.isSemicolon(kind) || T.isClosing(kind)) return;
      if (
        until === 'one line'
        && reader.at > first
        && text.slice(ends[reader.at - 1], starts[reader.at]).includes('\n')
      )
        return;
    }
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
    else if (kind === T.FUNC && reader.at > first && beginsFunction(reader)) {
      reader.openEnd ||= depth > 0;
      return;
    }
  }
  reader.openEnd ||= depth > 0;
}

/**
 * Whether `func name(` or `func name[` stands here, or at the margin `func (receiver) name(` where brackets do not
 * match.
 */
function beginsFunction(reader: Reader): boolean {
  const { tokens: { kinds }, at } = reader;
  if (kinds[at + 1] === T.IDENT) return kinds[at + 2] === T.LPAREN || kinds[at + 2] === T.LBRACK;
  return (
    reader.resumes
    && kinds[at + 1] === T.LPAREN
    && isAtMargin(reader, at)
    && kinds[behindBrackets(reader, at + 1)] === T.IDENT
  );
}

/** A receiver is no longer than this: hostile text must not make each function look far ahead. */
const LONGEST_RECEIVER = 64;

/**
 * The token behind the brackets that open at a token; the last one that was looked at where they do not close near by.
 */
export function behindBrackets({ tokens: { kinds } }: Reader, open: number): number {
  let depth = 0;
  for (let at = open; at < open + LONGEST_RECEIVER; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind) && --depth === 0) return at + 1;
  }
  return open + LONGEST_RECEIVER;
}

/** Whether a token begins its line without anything in front of it. */
export function isAtMargin({ text, tokens: { starts } }: Reader, token: number): boolean {
  const pos = starts[token] ?? 0;
  return pos === 0 || text[pos - 1] === '\n' || text[pos - 1] === '\ufeff';
}

import { endsStatement } from './semicolon.ts';
import { commentEnd, isComment, stringEnd } from './token-end.ts';

/** A stretch of the text: offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  readonly pos: number;
  readonly end: number;
}

/** A place in a text that moves forward only, and the comments it has passed. */
export interface Cursor {
  readonly text: string;
  at: number;
  readonly comments: Span[];
}

/** Moves over white space and comments. Go knows four kinds of white space; a lone carriage return is one, not a line end. */
export function skipBlanks(cursor: Cursor): void {
  for (;;) {
    const char = cursor.text[cursor.at];
    if (char === ' ' || char === '\t' || char === '\n' || char === '\r') cursor.at++;
    else if (isComment(cursor.text, cursor.at)) skipComment(cursor);
    else return;
  }
}

function skipComment(cursor: Cursor): void {
  const pos = cursor.at;
  cursor.at = commentEnd(cursor.text, pos);
  cursor.comments.push({ pos, end: cursor.at });
}

/**
 * Moves to the end of the declaration or statement that begins here and returns where its last token ends. It ends
 * where Go puts a semicolon outside all brackets, before a bracket too many, and wherever a line begins a named
 * function, which no other place in Go may hold: what stood open there has been cut off. `oneLine` also ends it at
 * the first line end outside brackets, whatever stands before: for text that is no Go.
 */
export function skipStatement(cursor: Cursor, oneLine = false): number {
  const { text } = cursor;
  let depth = 0;
  let end = cursor.at;
  while (cursor.at < text.length) {
    switch (text.charCodeAt(cursor.at)) {
      case 0x20: case 0x09: case 0x0d:
        cursor.at++;
        continue;
      case 0x0a:
        if (depth === 0 && (oneLine || endsStatement(text, end))) return end;
        cursor.at++;
        if (beginsFunction(text, cursor.at)) return end;
        continue;
      case 0x2f: // slash
        if (!isComment(text, cursor.at)) break;
        if (skipsLine(cursor) && depth === 0 && (oneLine || endsStatement(text, end))) return end;
        continue;
      case 0x22: case 0x27: case 0x60: // quotes
        cursor.at = stringEnd(text, cursor.at);
        end = cursor.at;
        continue;
      case 0x3b: // semicolon
        if (depth === 0) return end;
        break;
      case 0x28: case 0x5b: case 0x7b: // ( [ {
        depth++;
        break;
      case 0x29: case 0x5d: case 0x7d: // ) ] }
        if (depth === 0) return end;
        depth--;
        break;
    }
    end = ++cursor.at;
  }
  return end;
}

/** Moves over a comment, and tells whether it counts as a line end: it does where it holds one. */
function skipsLine(cursor: Cursor): boolean {
  const pos = cursor.at;
  skipComment(cursor);
  return cursor.text.slice(pos, cursor.at).includes('\n');
}

/** A word that is no keyword of types: `func (x int) chan (<-chan int)` is a type and may begin a line. */
const NAME = String.raw`(?!(?:chan|func|interface|map|struct)\b)[A-Za-z_\u{80}-\u{10ffff}][\w\u{80}-\u{10ffff}]*`;
const FUNCTION = String.raw`${NAME}[ \t]*[([]`;
const METHOD = String.raw`\([^()\n]*\)[ \t]*${NAME}[ \t]*(?:\[[^(){}\n]*\])?\(`;
const NAMED_FUNCTION = new RegExp(String.raw`func[ \t]+(?:${FUNCTION}|${METHOD})`, 'uy');

/** Whether `func name(`, `func name[` or `func (receiver) name(` stands here. */
function beginsFunction(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== 0x66) return false;
  NAMED_FUNCTION.lastIndex = at;
  return NAMED_FUNCTION.test(text);
}

import type { Span } from '../span.ts';
import { identifierTable } from './identifier-table.ts';
import { isLetterBeyondAscii } from './letter.ts';
import { numberEnd, numberKind } from './number-literal.ts';
import { commentEnd, stringEnd } from './token-end.ts';
import * as T from './token-kind.ts';
import type { Tokens } from './tokens.ts';

/** Where tokens are gathered before their number is known: one for all files, since it is copied out at the end. */
let kinds = new Uint8Array(1 << 16);
let starts = new Int32Array(1 << 16);
let ends = new Int32Array(1 << 16);
let ids = new Int32Array(1 << 16);

/** Characters of a text that is a piece of a file, and has few names. */
const SHORT = 4096;

function grow(): void {
  const wider = <Column extends Uint8Array | Int32Array>(column: Column, into: Column): Column => {
    into.set(column);
    return into;
  };
  const size = kinds.length * 2;
  kinds = wider(kinds, new Uint8Array(size));
  starts = wider(starts, new Int32Array(size));
  ends = wider(ends, new Int32Array(size));
  ids = wider(ids, new Int32Array(size));
}

/**
 * Reads the tokens of a text by the rules of go/scanner, error recovery included: any text has some. Of the `head` of a
 * file those in front of the first word that begins a declaration other than an import.
 */
export function lex(text: string, part: 'all' | 'head' = 'all'): Tokens {
  const names = identifierTable(text, part === 'head' || text.length < SHORT ? 'few' : 'many');
  const comments: Span[] = [];
  const length = text.length;
  let count = 0;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  /** Whether a line end at this place becomes a semicolon. */
  let insertsSemicolon = false;
  while (at < length) {
    const char = text.charCodeAt(at);
    if (char === 0x20 || char === 0x09 || char === 0x0d || (char === 0x0a && !insertsSemicolon)) {
      at++;
      continue;
    }
    if (count + 2 >= kinds.length) grow();
    let kind = T.ILLEGAL;
    let end = at + 1;
    let id = -1;
    if (char === 0x2f && isCommentSecond(text.charCodeAt(at + 1))) {
      end = commentEnd(text, at);
      comments.push({ pos: at, end });
      const lineEnd = insertsSemicolon && text.charCodeAt(at + 1) === 0x2a ? text.indexOf('\n', at) : -1;
      at = end;
      if (lineEnd === -1 || lineEnd >= end) continue;
      // A comment over several lines counts as a line end.
      kinds[count] = T.AUTO_SEMICOLON;
      starts[count] = lineEnd;
      ends[count] = lineEnd;
      ids[count++] = -1;
      insertsSemicolon = false;
      continue;
    }
    switch (char) {
      case 0x0a: kind = T.AUTO_SEMICOLON; end = at; break;
      case 0x28: kind = T.LPAREN; break;
      case 0x29: kind = T.RPAREN; break;
      case 0x5b: kind = T.LBRACK; break;
      case 0x5d: kind = T.RBRACK; break;
      case 0x7b: kind = T.LBRACE; break;
      case 0x7d: kind = T.RBRACE; break;
      case 0x2c: kind = T.COMMA; break;
      case 0x3b: kind = T.SEMICOLON; break;
      case 0x7e: kind = T.TILDE; break;
      case 0x22: case 0x60: kind = T.STRING; end = stringEnd(text, at); break;
      case 0x27: kind = T.CHAR; end = stringEnd(text, at); break;
      default:
        if (isAsciiLetter(char)) {
          end = names.scan(at);
          id = names.id;
          if (names.kind === T.IDENT) kind = T.IDENT;
          else {
            kind = names.kind;
            id = -1;
            if (part === 'head' && T.isDeclaring(kind)) return tokensOf(count, comments, names);
          }
        } else if (isDigit(char) || (char === 0x2e && isDigit(text.charCodeAt(at + 1)))) {
          end = numberEnd(text, at);
          kind = numberKind(text, at, end);
        } else if (char < 0x80) {
          const operator = operatorAt(text, at, char);
          kind = operator & 0xff;
          end = at + (operator >> 8);
        } else if (isLetterBeyondAscii(text, at)) {
          end = names.scan(at);
          id = names.id;
          kind = T.IDENT;
        } else if ((text.codePointAt(at) ?? 0) > 0xffff) end = at + 2;
    }
    // What is no token says nothing about the line end behind it.
    if (kind !== T.ILLEGAL) insertsSemicolon = T.endsStatement(kind);
    kinds[count] = kind;
    starts[count] = at;
    ends[count] = end;
    ids[count++] = id;
    at = kind === T.AUTO_SEMICOLON ? at + 1 : end;
  }
  if (insertsSemicolon) {
    kinds[count] = T.AUTO_SEMICOLON;
    starts[count] = length;
    ends[count] = length;
    ids[count++] = -1;
  }
  return tokensOf(count, comments, names);
}

function tokensOf(count: number, comments: readonly Span[], names: ReturnType<typeof identifierTable>): Tokens {
  const ownIds = ids.slice(0, count);
  return {
    count,
    kinds: kinds.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    ids: ownIds,
    comments,
    names: names.finish(ownIds),
  };
}

function isCommentSecond(char: number): boolean {
  return char === 0x2f || char === 0x2a;
}

function isAsciiLetter(char: number): boolean {
  return (char >= 0x61 && char <= 0x7a) || (char >= 0x41 && char <= 0x5a) || char === 0x5f;
}

function isDigit(char: number): boolean {
  return char >= 0x30 && char <= 0x39;
}

/**
 * The kind of an operator, and in the bits above the eighth its length; an illegal token of length 1 where none begins.
 */
function operatorAt(text: string, at: number, char: number): number {
  const next = text.charCodeAt(at + 1);
  switch (char) {
    case 0x3a: return next === 0x3d ? two(T.DEFINE) : one(T.COLON);
    case 0x2e: return next === 0x2e && text.charCodeAt(at + 2) === 0x2e ? 0x300 | T.ELLIPSIS : one(T.PERIOD);
    case 0x2b: return next === 0x3d ? two(T.ADD_ASSIGN) : next === 0x2b ? two(T.INC) : one(T.ADD);
    case 0x2d: return next === 0x3d ? two(T.SUB_ASSIGN) : next === 0x2d ? two(T.DEC) : one(T.SUB);
    case 0x2a: return next === 0x3d ? two(T.MUL_ASSIGN) : one(T.MUL);
    case 0x2f: return next === 0x3d ? two(T.QUO_ASSIGN) : one(T.QUO);
    case 0x25: return next === 0x3d ? two(T.REM_ASSIGN) : one(T.REM);
    case 0x5e: return next === 0x3d ? two(T.XOR_ASSIGN) : one(T.XOR);
    case 0x3d: return next === 0x3d ? two(T.EQL) : one(T.ASSIGN);
    case 0x21: return next === 0x3d ? two(T.NEQ) : one(T.NOT);
    case 0x3c:
      if (next === 0x2d) return two(T.ARROW);
      return next === 0x3d ? two(T.LEQ) : next === 0x3c ? shift(text, at, T.SHL, T.SHL_ASSIGN) : one(T.LSS);
    case 0x3e: return next === 0x3d ? two(T.GEQ) : next === 0x3e ? shift(text, at, T.SHR, T.SHR_ASSIGN) : one(T.GTR);
    case 0x26:
      if (next === 0x5e) return shift(text, at, T.AND_NOT, T.AND_NOT_ASSIGN);
      return next === 0x3d ? two(T.AND_ASSIGN) : next === 0x26 ? two(T.LAND) : one(T.AND);
    case 0x7c: return next === 0x3d ? two(T.OR_ASSIGN) : next === 0x7c ? two(T.LOR) : one(T.OR);
    default: return one(T.ILLEGAL);
  }
}

/** A token of one character, */
function one(kind: number): number {
  return 0x100 | kind;
}

/** and of two. */
function two(kind: number): number {
  return 0x200 | kind;
}

/** An operator of two characters that may have `=` behind it. */
function shift(text: string, at: number, plain: number, assigning: number): number {
  return text.charCodeAt(at + 2) === 0x3d ? 0x300 | assigning : 0x200 | plain;
}

import * as T from '../token/token-kind.ts';
import { callBracket } from '../token/token-place.ts';
import { behindBracket, openingBracket } from '../token/token-range.ts';
import type { TokenRange } from '../token/token-range.ts';
import type { Tokens } from '../token/tokens.ts';

/** Where a call stands, as far as tokens tell. */
export interface CallPlace {
  /**
   * `assigned`: targets take its values. `returned`. `dropped`: a statement of its own, or one that is deferred or
   * started. A call whose value is part of something else, or an argument, has no place.
   */
  readonly kind: 'assigned' | 'returned' | 'dropped';
  /** Of an assignment: the first token of its targets, and the token of `=` or `:=`. */
  readonly targets: number;
  readonly assign: number;
  /** Whether there are several targets. */
  readonly isList: boolean;
  /** The token behind the call. */
  readonly end: number;
}

/** Statements and operands with more tokens than this are taken to be anywhere. */
const REACH = 400;

/** Where the call by the name at a token stands; undefined where it is none, or can give one value only. */
export function pairPlace(range: TokenRange, at: number): CallPlace | undefined {
  const place = callPlace(range, at);
  return place?.kind === 'assigned' && !place.isList ? undefined : place;
}

/** Where the call by the name at a token stands; undefined where it is none, or an operand of something else. */
export function callPlace(range: TokenRange, at: number): CallPlace | undefined {
  const { tokens, first, last } = range;
  const { kinds } = tokens;
  const open = callBracket(tokens, at);
  if (open === -1 || open >= last) return undefined;
  let end = behindBracket(tokens, open, last);
  let start = operandStart(tokens, at, first);
  while (kinds[start - 1] === T.LPAREN && kinds[end] === T.RPAREN && !takesArguments(kinds[start - 2] ?? T.ILLEGAL)) {
    start--;
    end++;
  }
  if (kinds[end] === T.PERIOD || kinds[end] === T.LBRACK) return undefined;
  const before = kinds[start - 1] ?? T.ILLEGAL;
  if (before === T.ASSIGN || before === T.DEFINE) return assigned(tokens, start - 1, end, first);
  if (before === T.RETURN) return { kind: 'returned', targets: start, assign: -1, isList: false, end };
  return beginsStatement(before) ? { kind: 'dropped', targets: start, assign: -1, isList: false, end } : undefined;
}

/** Back over what a call is selected from, and parentheses around that: `a.b[0].c().name`, `(x).name`, `((x.name))`. */
function operandStart(tokens: Tokens, at: number, first: number): number {
  const { kinds } = tokens;
  let start = at;
  for (let close = at + 1; at - start < REACH;) {
    if (kinds[start - 1] === T.PERIOD) start = selectedFrom(tokens, start - 2, first);
    else if (
      kinds[start - 1] === T.LPAREN
      && kinds[close] === T.RPAREN
      && !takesArguments(kinds[start - 2] ?? T.ILLEGAL)
    ) {
      start--;
      close++;
    } else break;
  }
  return start;
}

/**
 * The first token of the operand in front of a dot, whose last token this is; of calls and indices the name in front.
 */
function selectedFrom(tokens: Tokens, last: number, first: number): number {
  let start = last;
  while (start > first && T.isClosing(tokens.kinds[start] ?? T.ILLEGAL)) {
    const open = openingBracket(tokens, start, first);
    if (open === -1) return start;
    if (!takesArguments(tokens.kinds[open - 1] ?? T.ILLEGAL)) return open;
    start = open - 1;
  }
  return start;
}

/** Whether brackets behind a token of this kind are those of a call or an index, and not parentheses. */
function takesArguments(kind: number): boolean {
  return kind === T.IDENT || kind === T.RPAREN || kind === T.RBRACK || kind === T.RBRACE || kind === T.FUNC;
}

function beginsStatement(kind: number): boolean {
  return (
    T.isSemicolon(kind)
    || kind === T.LBRACE
    || kind === T.RBRACE
    || kind === T.COLON
    || kind === T.GO
    || kind === T.DEFER
  );
}

function assigned({ kinds }: Tokens, assign: number, end: number, first: number): CallPlace {
  let depth = 0;
  let isList = false;
  let at = assign - 1;
  for (; at > first && assign - at < REACH; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (
      depth === 0
      && (T.isSemicolon(kind) || T.isOpening(kind) || kind === T.RBRACE || kind === T.COLON || kind >= T.FIRST_KEYWORD)
    )
      break;
    if (T.isClosing(kind)) depth++;
    else if (T.isOpening(kind)) depth--;
    isList ||= depth === 0 && kind === T.COMMA;
  }
  return { kind: 'assigned', targets: at + 1, assign, isList, end };
}

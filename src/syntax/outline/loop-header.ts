import * as T from '../token/token-kind.ts';
import type { TokenRange, TokenTest } from '../token/token-range.ts';
import { behindBracket } from '../token/token-range.ts';
import type { Tokens } from '../token/tokens.ts';

/** Headers with more tokens than this are taken for ones without a condition. */
const LONGEST_HEADER = 200;

/** Whether the loop that begins here may have no condition: `for {`, `for ;;`, `for true`, `for ; true; <-t.C`. */
export const isEndlessLoop: TokenTest = (tokens, at) => {
  const { kinds } = tokens;
  let semicolons = 0;
  /** Where the part begins that is the condition: all of a header without semicolons, else what is behind the first. */
  let condition = at + 1;
  let end = -1;
  let depth = 0;
  for (let next = at + 1; next < at + LONGEST_HEADER; next++) {
    const kind = kinds[next];
    if (kind === undefined) return false;
    if (depth === 0 && (kind === T.LBRACE || T.isSemicolon(kind))) {
      if (semicolons === 1 || kind === T.LBRACE) end = end === -1 ? next : end;
      if (kind === T.LBRACE)
        return isTrue(kinds, condition, semicolons === 0 ? next : end, tokens.ids, tokens.names.find('true'));
      if (++semicolons === 1) condition = next + 1;
    }
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
  }
  return true;
};

/** Nothing, or `true`, with parentheses or without. */
function isTrue(kinds: Uint8Array, first: number, end: number, ids: Int32Array, id: number): boolean {
  for (let at = first; at < end; at++) {
    const isParenthesis = kinds[at] === T.LPAREN || kinds[at] === T.RPAREN;
    if (!isParenthesis && (id === -1 || ids[at] !== id)) return false;
  }
  return true;
}

/**
 * The loop without a condition that begins at a token, header and body; where its header holds a literal, all up to
 * `limit`.
 */
export function endlessLoopAt(tokens: Tokens, at: number, limit: number): TokenRange {
  const { kinds } = tokens;
  const brace = kinds.indexOf(T.LBRACE, at);
  const before = brace === -1 ? T.ILLEGAL : (kinds[brace - 1] ?? T.ILLEGAL);
  const isBody = before === T.FOR || T.isSemicolon(before) || before === T.INC || before === T.DEC;
  return { tokens, first: at, last: isBody ? behindBracket(tokens, brace, limit) : limit };
}

import type { Reader } from '../token/token-reader.ts';
import * as T from '../token/token-kind.ts';

/** The names at the head of a function declaration. */
export interface FunctionHeader {
  readonly name: string;
  /** The base type of the receiver, without pointer and type parameters. */
  readonly receiver: string | undefined;
}

/**
 * Looks at the header that begins with the word `func`; undefined for a function literal or type, or where it is
 * damaged.
 */
export function readFunctionHeader({ text, tokens: { kinds, starts, ends }, at }: Reader): FunctionHeader | undefined {
  const word = (token: number): string => text.slice(starts[token], ends[token]);
  if (kinds[at + 1] === T.IDENT) return { name: word(at + 1), receiver: undefined };
  if (kinds[at + 1] !== T.LPAREN) return undefined;
  let base = -1;
  let named = true;
  let depth = 1;
  let token = at + 2;
  for (; depth > 0; token++) {
    const kind = kinds[token];
    if (kind === undefined || T.isSemicolon(kind)) return undefined;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
    if (kind === T.LBRACK) named = false; // behind it stand type parameters
    if (kind === T.IDENT && named) base = token;
  }
  if (kinds[token] !== T.IDENT) return undefined;
  return { name: word(token), receiver: base === -1 ? undefined : word(base) };
}

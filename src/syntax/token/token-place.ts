import * as T from './token-kind.ts';
import type { TokenTest } from './token-range.ts';
import { behindBracket } from './token-range.ts';
import type { Tokens } from './tokens.ts';

/**
 * What stands around an identifier, told by its neighbours alone. Each of these says yes wherever the tree would,
 * however the tokens are laid out and whatever parentheses stand around; some say yes elsewhere, too.
 */

/** `x.name` */
export const isSelected: TokenTest = ({ kinds }, at) => kinds[at - 1] === T.PERIOD;

/** `name`, not behind a dot. */
export const isAlone: TokenTest = ({ kinds }, at) => kinds[at - 1] !== T.PERIOD;

/** `x.name`, and `name:` as in composite literals. */
export const isField: TokenTest = ({ kinds }, at) => kinds[at - 1] === T.PERIOD || kinds[at + 1] === T.COLON;

/** `name(…)`, `(name)(…)`, `name[T](…)` */
export const isCalled: TokenTest = (tokens, at) => callBracket(tokens, at) !== -1;

/** `name{…}`, `name[T]{…}` */
export const isLiteral: TokenTest = (tokens, at) => tokens.kinds[behindTypeArguments(tokens, at)] === T.LBRACE;

/** `name <- x`, `(x.name) <- x`, and a name that a receive from another channel stands behind. */
export const isSentOn: TokenTest = ({ kinds }, at) => kinds[behindClosing(kinds, at)] === T.ARROW;

/** How many tokens of an operand are looked at; of a longer one the answer is yes. */
const LONGEST_OPERAND = 256;

/** `<-name`, `<-(name)`, `<-x.name`: what is received from names it at its end. */
export const isReceivedFrom: TokenTest = ({ kinds }, at) => {
  const least = Math.max(0, at - LONGEST_OPERAND);
  // Back over the operand: names, dots, parentheses, and what is in brackets.
  for (let before = at - 1, depth = 0; before >= least; before--) {
    const kind = kinds[before] ?? T.ILLEGAL;
    if (T.isClosing(kind)) depth++;
    else if (T.isOpening(kind)) depth = Math.max(0, depth - 1);
    else if (kind === T.ARROW && depth === 0) return true;
    else if (depth === 0 && kind !== T.PERIOD && kind !== T.IDENT && kind !== T.MUL) return false;
  }
  return least > 0;
};

/** A name that is an argument, a parameter, an element or one of several: a comma or a bracket on either side. */
export const isListed: TokenTest = ({ kinds }, at) => {
  const before = kinds[at - 1];
  const behind = kinds[at + 1];
  return (
    (before === T.LPAREN
      || before === T.COMMA
      || before === T.LBRACE
      || before === T.COLON
      || before === T.PERIOD
      || before === T.AND)
    && (behind === T.COMMA || behind === T.RPAREN || behind === T.RBRACE || behind === T.AUTO_SEMICOLON)
  );
};

/** How many type arguments are looked at; with more of them the answer is yes. */
const LONGEST_TYPE_ARGUMENTS = 64;

/** The token behind a name and its type arguments, or what may be an index. */
function behindTypeArguments(tokens: Tokens, at: number): number {
  return tokens.kinds[at + 1] === T.LBRACK ? behindBracket(tokens, at + 1, at + LONGEST_TYPE_ARGUMENTS) : at + 1;
}

function behindClosing(kinds: Uint8Array, at: number): number {
  let next = at + 1;
  while (kinds[next] === T.RPAREN) next++;
  return next;
}

/** The round bracket that opens the arguments of a call by this name; -1 where none follows. */
export function callBracket(tokens: Tokens, at: number): number {
  const plain = behindClosing(tokens.kinds, at);
  if (tokens.kinds[plain] === T.LPAREN) return plain;
  if (tokens.kinds[at + 1] !== T.LBRACK) return -1;
  const behind = behindClosing(tokens.kinds, behindTypeArguments(tokens, at) - 1);
  return tokens.kinds[behind] === T.LPAREN ? behind : -1;
}

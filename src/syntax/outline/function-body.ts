import * as T from '../token/token-kind.ts';
import type { TokenRange } from '../token/token-range.ts';

/** The token of the brace that opens the body of a function declaration; `last` where it has none. */
export function functionBody({ tokens: { kinds }, first, last }: TokenRange): number {
  let depth = 0;
  for (let at = first; at < last; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    // The result may be a struct or an interface type that is written out.
    if (kind === T.LBRACE && depth === 0 && kinds[at - 1] !== T.STRUCT && kinds[at - 1] !== T.INTERFACE) return at;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
  }
  return last;
}

import * as T from '../token/token-kind.ts';
import type { TokenRange } from '../token/token-range.ts';

/** What a brace belongs to: of a literal's or loop's header the next brace at its depth is taken. */
type Frame = 'loop' | 'func' | 'other';

/**
 * Whether a defer statement may stand in a loop, no function literal between them. Says yes also where a composite
 * literal in the header of a loop holds it.
 */
export function defersInLoop({ tokens: { kinds }, first, last }: TokenRange): boolean {
  if (!kinds.subarray(first, last).includes(T.FOR)) return false;
  const frames: Frame[] = [];
  /** The depths of the loop headers, and of the last function header, that wait for their bodies. */
  const loops: number[] = [];
  let func = -1;
  for (let at = kinds[first] === T.FUNC ? first + 1 : first; at < last; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    const depth = frames.length;
    if (kind === T.DEFER && frames.findLast((frame) => frame !== 'other') === 'loop') return true;
    if (kind === T.FOR) loops.push(depth);
    else if (kind === T.FUNC) func = depth;
    else if (T.isOpening(kind)) {
      const isFunc = kind === T.LBRACE && func === depth;
      frames.push(isFunc ? 'func' : kind === T.LBRACE && loops.at(-1) === depth ? 'loop' : 'other');
      if (isFunc) func = -1;
    } else if (T.isClosing(kind)) {
      frames.pop();
      if (func > frames.length) func = -1;
    } else if (T.isSemicolon(kind)) {
      if (func === depth) func = -1;
      // Semicolons in a header come before its brace.
      if (kinds[at - 1] === T.RBRACE) while ((loops.at(-1) ?? -1) >= depth) loops.pop();
    }
  }
  return false;
}

import { commentEnd, isComment, stringEnd } from '../../syntax/token-end.ts';

/** The tokens that matter here; everything between them is skipped. */
const token = /["'`{}\n]|\/[/*]|(?<![\p{L}\p{Nd}_])(?:for|defer)(?![\p{L}\p{Nd}_])/gu;

/**
 * Whether a declaration's text holds a defer statement inside of a loop, function literals not told apart: asked before
 * the declaration is parsed, because most functions with both have them one after the other.
 */
export function defersInLoop(text: string): boolean {
  if (text.lastIndexOf('defer') < text.indexOf('for')) return false;
  /** The depth of braces at each open loop's `for`, and whether its body has begun. */
  const loops: { depth: number; entered: boolean }[] = [];
  let depth = 0;
  token.lastIndex = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    const at = match.index;
    if (word === 'defer' && loops.some(({ entered }) => entered)) return true;
    if (word === 'for') loops.push({ depth, entered: false });
    else if (word === '{') {
      depth++;
      for (const loop of loops) loop.entered = true;
    } else if (word === '}') depth--;
    // A header may hold braces of its own, as in `range []int{1, 2} {`: a loop ends with a line, not with a brace.
    else if (word === '\n') while (loops.at(-1)?.entered && depth <= (loops.at(-1)?.depth ?? 0)) loops.pop();
    else if (isComment(text, at)) token.lastIndex = commentEnd(text, at);
    else if (word === '"' || word === "'" || word === '`') token.lastIndex = stringEnd(text, at);
  }
  return false;
}

import { commentEnd, isComment, stringEnd } from '../../syntax/token-end.ts';

/** The tokens that matter here; everything between them is skipped. */
const token = /["'`{}\n]|\/[/*]|(?<![\w\u{80}-\u{10ffff}])(?:for|func|defer)(?![\w\u{80}-\u{10ffff}])/gu;

/** A defer statement that does not stand directly in the body of a function, as gofmt lays it out, and a loop that is not laid out so. */
const deeper = /^(?!\tdefer\b)[^\n]*\bdefer\b/m;
const flat = /^ *for\b/m;

/** Asked first, of a whole file too: whether the layout of the text leaves it open that a defer statement stands in a loop. */
export function mayDeferInLoop(text: string): boolean {
  return text.lastIndexOf('defer') > text.indexOf('for') && (deeper.test(text) || flat.test(text));
}

/** A loop or function literal: the depth of braces at its keyword, and whether its body has begun. */
interface Frame {
  readonly kind: 'loop' | 'func';
  readonly depth: number;
  entered: boolean;
}

/**
 * Whether a declaration's text holds a defer statement in a loop, no function literal between them: asked before the
 * declaration is parsed, because most functions with both have them one after the other. May say yes where there is none.
 */
export function defersInLoop(text: string): boolean {
  if (!mayDeferInLoop(text)) return false;
  const frames: Frame[] = [];
  let depth = 0;
  token.lastIndex = text.indexOf('{'); // the header of the function is none of a literal
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [word] = match;
    switch (word) {
      case 'defer':
        if (frames.findLast(({ entered }) => entered)?.kind === 'loop') return true;
        break;
      case 'for':
      case 'func':
        frames.push({ kind: word === 'for' ? 'loop' : 'func', depth, entered: false });
        break;
      case '{':
        // The types in a literal's signature have braces, too.
        if (!/(?:struct|interface) ?$/.test(text.slice(Math.max(0, match.index - 10), match.index)))
          for (const frame of frames) frame.entered = true;
        depth++;
        break;
      case '}':
        depth--;
        while (closesAt(frames.at(-1), depth)) frames.pop();
        break;
      case '\n':
        // A header may hold braces of its own, as in `range []int{1, 2} {`: a loop ends with a line, not with a brace.
        while (endsWithLine(frames.at(-1), depth)) frames.pop();
        break;
      default:
        token.lastIndex = isComment(text, match.index) ? commentEnd(text, match.index) : stringEnd(text, match.index);
    }
  }
  return false;
}

function closesAt(frame: Frame | undefined, depth: number): boolean {
  return frame !== undefined && (frame.kind === 'func' ? frame.entered && depth <= frame.depth : depth < frame.depth);
}

/** A loop whose body is over, or a function type that has no body. */
function endsWithLine(frame: Frame | undefined, depth: number): boolean {
  return frame !== undefined && depth <= frame.depth && (frame.kind === 'func' || frame.entered);
}

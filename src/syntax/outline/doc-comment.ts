import type { SourceFile } from '../source-file.ts';
import { sourceText } from '../source-text.ts';

/** More lines of comment than this are not read. */
const MOST_LINES = 40;

/** The comments that end right above an offset, as one line of words; empty where there are none. */
export function docComment(source: SourceFile, pos: number): string {
  const { comments, lines } = source;
  const text = sourceText(source);
  let next = comments.findLastIndex(({ end }) => end <= pos);
  let below = lines.position(pos).line;
  const found: string[] = [];
  for (; next >= 0 && found.length < MOST_LINES; next--) {
    const comment = comments[next];
    if (!comment || lines.position(comment.end).line !== below - 1) break;
    below = lines.position(comment.pos).line;
    found.unshift(text.slice(comment.pos, comment.end).replace(/^\/[/*]|\*\/$/g, '').trim());
  }
  return found.join(' ').replace(/\s+/g, ' ');
}

/**
 * Whether a comment of a file gives a function to code that is not Go, or not here: `//go:linkname name`, `//export
 * name`.
 */
export function isLinked(source: SourceFile, name: string): boolean {
  if (!source.mayHold('//export') && !source.mayHold('//go:linkname')) return false;
  const text = sourceText(source);
  return source.comments.some(({ pos, end }) => {
    const [directive, linked] = text.slice(pos, end).split(/\s+/);
    return (directive === '//export' || directive === '//go:linkname') && linked === name;
  });
}

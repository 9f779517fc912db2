import type { SourceFile } from '../syntax/source-file.ts';
import { sourceText } from '../syntax/source-text.ts';
import { tokenFrom } from '../syntax/token/tokens.ts';
import { lineAt } from './source-line.ts';

/**
 * A directive to be put in at an offset (UTF-16 units); the reason, which is the user's, comes between the two parts of
 * its text.
 */
export interface Silencing {
  readonly pos: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The directive that silences a rule on the line of an offset: on a line of its own above it or, where a string or
 * comment goes on over the beginning of the line, behind it. Undefined where one goes on over its end as well.
 */
export function silenceLine(source: SourceFile, offset: number, rule: string): Silencing | undefined {
  const text = sourceText(source);
  const { start, end, ending } = lineAt(text, offset);
  if (!isInside(source, start)) {
    const [indentation = ''] = /^[ \t]*/.exec(text.slice(start, end)) ?? [];
    const lineEnd = ending || '\n';
    // gofmt sets a directive apart from the words of a doc comment.
    const gap = indentation === '' && endsDoc(text, start) ? `//${lineEnd}` : '';
    return { pos: start, before: `${gap}${indentation}//lint:ignore ${rule} `, after: lineEnd };
  }
  const isTaken =
    isInside(source, end) || source.comments.some((each) => each.pos >= start && each.pos < end && each.end >= end);
  return isTaken ? undefined : { pos: end, before: ` //nolint:${rule} // `, after: '' };
}

/** Whether the line above a declaration ends a comment in words. */
function endsDoc(text: string, start: number): boolean {
  const above = start === 0 ? '' : text.slice(lineAt(text, start - 1).start, start);
  return /^\/\/(?![a-z]+:)/.test(above);
}

/** Whether a token or a block comment goes on over an offset. */
function isInside({ tokens, comments }: SourceFile, offset: number): boolean {
  const before = tokenFrom(tokens, offset) - 1;
  const isInToken = before >= 0 && (tokens.ends[before] ?? 0) > offset;
  return isInToken || comments.some(({ pos, end }) => pos < offset && offset < end);
}

import { sourceText } from '../syntax/source-text.ts';
import { edit } from '../findings/edit.ts';
import type { Edit } from '../findings/finding.ts';
import type { DeclInfo } from '../model/info.ts';
import { hasTrailingComment, lineAbove, lineAt, lineBelow } from './source-line.ts';

/**
 * Puts `text` in the place of what stands between two offsets on one line. Undefined where that would move a comment at
 * the end of the line away from those it is aligned with.
 */
export function replace(pos: number, end: number, text: string, { file: { source } }: DeclInfo): Edit | undefined {
  const line = lineAt(sourceText(source), pos);
  if (end > line.end) return undefined;
  const neighbours = [lineAbove(sourceText(source), line), lineBelow(sourceText(source), line)];
  const isAligned = hasTrailingComment(sourceText(source), line)
    && neighbours.some((each) => each !== undefined && hasTrailingComment(sourceText(source), each));
  return isAligned ? undefined : edit(source, pos, end, text);
}

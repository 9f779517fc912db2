import type { SourceFile } from '../syntax/source-file.ts';
import type { Location } from './finding.ts';

/** The place of a stretch of source, cut off at the end of its first line. */
export function locate(source: SourceFile, span: { readonly pos: number; readonly end: number }): Location {
  const { line, column } = source.lines.position(span.pos);
  const text = source.lines.lineText(line);
  const endColumn = Math.max(column + 1, Math.min(column + span.end - span.pos, text.length + 1));
  return { path: source.path, line, column, endColumn, source: text };
}

import type { SourceFile } from '../syntax/source-file.ts';
import type { Edit } from './finding.ts';

/** The edit that puts `text` where the file now holds what stands between two offsets; equal offsets insert. */
export function edit(source: SourceFile, pos: number, end: number, text: string): Edit {
  const from = source.lines.position(pos);
  const to = source.lines.position(end);
  return { pos, end, text, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}

import { sourceText } from '../syntax/source-text.ts';
import { edit } from '../findings/edit.ts';
import type { Edit } from '../findings/finding.ts';
import type { DeclInfo } from '../model/info.ts';
import type { Stmt } from '../syntax/ast.ts';
import type { SourceLine } from './source-line.ts';
import { hasTrailingComment, indentationAt, lineAbove, lineAt, lineBelow } from './source-line.ts';
import { statementList } from './statement-list.ts';

/**
 * Takes out a statement that is alone on its line, and a blank line where two would meet. Undefined where it shares the
 * line with anything, or is not a statement of a list.
 */
export function removedLine(stmt: Stmt, info: DeclInfo): Edit | undefined {
  const { source } = info.file;
  const text = sourceText(source);
  const line = lineAt(text, stmt.pos);
  const isAlone =
    indentationAt(text, stmt.pos) !== undefined && stmt.end <= line.end && text.slice(stmt.end, line.end).trim() === '';
  if (!isAlone || line.ending === '' || !statementList(stmt, info) || hasTrailingComment(text, line)) return undefined;
  const [above, below] = [lineAbove(text, line), lineBelow(text, line)];
  const isBlank = (each: SourceLine | undefined): boolean =>
    each !== undefined && text.slice(each.start, each.end).trim() === '';
  const end = line.end + line.ending.length;
  const goes = isBlank(above) && below && isBlank(below) ? below.end + below.ending.length : end;
  return edit(source, line.start, goes, '');
}

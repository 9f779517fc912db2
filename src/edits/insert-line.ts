import { sourceText } from '../syntax/source-text.ts';
import { edit } from '../findings/edit.ts';
import type { Edit } from '../findings/finding.ts';
import type { DeclInfo } from '../model/info.ts';
import type { BlockStmt, Stmt } from '../syntax/ast.ts';
import type { SourceLine } from './source-line.ts';
import { endsLine, hasTrailingComment, indentationAt, lineAbove, lineAt, lineBelow } from './source-line.ts';
import { statementList } from './statement-list.ts';

/**
 * The edits that give a statement a line of its own, laid out as gofmt does: indented as its neighbour, with the line
 * ending of the file. Undefined where the neighbour is no statement of a list, shares its line with other code, or
 * stands among aligned comments.
 */

/** Puts `code` on the line behind a statement and the comment at its end. */
export function lineAfter(stmt: Stmt, code: string, info: DeclInfo): Edit | undefined {
  const text = sourceText(info.file.source);
  const indentation = statementList(stmt, info) && indentationAt(text, stmt.pos);
  return indentation === undefined ? undefined : belowLine(stmt.end, `${indentation}${code}`, info);
}

/** Puts `code` on the line in front of a statement. */
export function lineBefore(stmt: Stmt, code: string, info: DeclInfo): Edit | undefined {
  const { source } = info.file;
  const indentation = statementList(stmt, info) && indentationAt(sourceText(source), stmt.pos);
  const line = lineAt(sourceText(source), stmt.pos);
  if (indentation === undefined || splitsComments(sourceText(source), lineAbove(sourceText(source), line), line))
    return undefined;
  return edit(source, line.start, line.start, `${indentation}${code}${line.ending}`);
}

/** Puts `code` on the first line of a function's body. */
export function firstLine({ pos, list: [first] }: BlockStmt, code: string, info: DeclInfo): Edit | undefined {
  const indentation = first && indentationAt(sourceText(info.file.source), first.pos);
  return indentation === undefined ? undefined : belowLine(pos + 1, `${indentation}${code}`, info);
}

function belowLine(offset: number, added: string, { file: { source } }: DeclInfo): Edit | undefined {
  const text = sourceText(source);
  const line = lineAt(text, offset);
  if (!endsLine(text, offset) || splitsComments(text, line, lineBelow(text, line))) return undefined;
  return edit(source, line.end, line.end, `${line.ending}${added}`);
}

/** Whether two neighbouring lines both end with a comment: what comes between them would end their alignment. */
function splitsComments(text: string, above: SourceLine | undefined, below: SourceLine | undefined): boolean {
  return (
    above !== undefined && below !== undefined && hasTrailingComment(text, above) && hasTrailingComment(text, below)
  );
}

import type { DeclInfo } from '../model/info.ts';
import type { CallExpr, Expr } from '../syntax/ast.ts';
import { sourceText } from '../syntax/source-text.ts';

/**
 * Whether nothing but the closing bracket stands behind the last argument of a call: no comma, no comment, no line end.
 */
export function closesBare(last: Expr, call: CallExpr, info: DeclInfo): boolean {
  return sourceText(info.file.source).slice(last.end, call.end) === ')';
}

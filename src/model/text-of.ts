import { sourceText } from '../syntax/source-text.ts';
import type { Node } from '../syntax/ast.ts';
import { isExpr } from '../syntax/is-expr.ts';
import { printExpr } from '../syntax/print-expr.ts';
import { oneLine } from '../syntax/one-line.ts';
import type { DeclInfo } from './info.ts';

/** A node on one line: equal code gives equal texts, however it is laid out. */
export function textOf(node: Node, info: DeclInfo): string {
  const verbatim = ({ pos, end }: Node): string => oneLine(sourceText(info.file.source).slice(pos, end));
  if (node.kind === 'ExprStmt') return textOf(node.x, info);
  return isExpr(node) ? printExpr(node, verbatim) : verbatim(node);
}

/** Longest expression that a message shows whole, in UTF-16 code units. */
const longest = 80;

/** As `textOf`, for a message: what is long loses its middle. */
export function shownText(node: Node, info: DeclInfo): string {
  const text = textOf(node, info);
  return text.length <= longest ? text : `${text.slice(0, longest / 2)}…${text.slice(-longest / 4)}`;
}

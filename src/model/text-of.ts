import { oneLine } from '../syntax/one-line.ts';
import type { DeclInfo } from './info.ts';

/** A stretch of source on one line, however its lines are broken. */
export function textOf({ pos, end }: { readonly pos: number; readonly end: number }, info: DeclInfo): string {
  return oneLine(info.file.source.text.slice(pos, end));
}

/** Longest expression that a message shows whole, in UTF-16 code units. */
const longest = 80;

/** As `textOf`, for a message: what is long loses its middle. */
export function shownText(span: { readonly pos: number; readonly end: number }, info: DeclInfo): string {
  const text = textOf(span, info);
  return text.length <= longest ? text : `${text.slice(0, longest / 2)}…${text.slice(-longest / 4)}`;
}

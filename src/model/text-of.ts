import type { DeclInfo } from './info.ts';

/** A stretch of source on one line: any white space, line ends included, becomes one space. */
export function textOf(span: { readonly pos: number; readonly end: number }, info: DeclInfo): string {
  return info.file.source.text.slice(span.pos, span.end).replace(/\s+/g, ' ');
}

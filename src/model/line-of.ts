import type { DeclInfo } from './info.ts';

/** The line, counted from 1, of an offset into the file of a declaration. */
export function lineOf(offset: number, info: DeclInfo): number {
  return info.file.source.lines.position(offset).line;
}

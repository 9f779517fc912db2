import type { Cursor } from './cursor.ts';
import { skipBlanks } from './cursor.ts';

/** Whether the file says before any code that it is generated: https://go.dev/s/generatedcode, read as go/ast.IsGenerated does. */
export function isGenerated(text: string): boolean {
  const cursor: Cursor = { text, at: text.startsWith('\ufeff') ? 1 : 0, comments: [] };
  skipBlanks(cursor);
  return cursor.comments.some(({ pos, end }) => text.slice(pos, end).split('\n').some(isMarker));
}

/** The marker is a whole line, of a `//` comment or in a block comment. */
function isMarker(line: string): boolean {
  return /^\/\/ Code generated .* DO NOT EDIT\.\r?$/.test(line);
}

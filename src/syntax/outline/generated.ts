import { fileHead } from './file-head.ts';

/**
 * Whether the file says before any code that it is generated: https://go.dev/s/generatedcode, read as
 * go/ast.IsGenerated does.
 */
export function isGenerated(text: string): boolean {
  return fileHead(text).comments.some(({ pos, end }) => text.slice(pos, end).split('\n').some(isMarker));
}

/** The marker is a whole line, of a `//` comment or in a block comment. */
function isMarker(line: string): boolean {
  return /^\/\/ Code generated .* DO NOT EDIT\.\r?$/.test(line);
}

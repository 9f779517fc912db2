import type { Import } from './import-declaration.ts';
import { lex } from '../token/lexer.ts';
import { outline } from './outline.ts';
import * as T from '../token/token-kind.ts';
import type { Tokens } from '../token/tokens.ts';

/** The imports of a file, read no further than up to its first other declaration. */
export function leadingImports(text: string): readonly Import[] {
  const head = lex(text, 'head');
  return outline(text, isClosed(head) ? head : lex(text)).imports;
}

/** Whether no bracket is open at the end: what begins in brackets is no declaration. */
function isClosed({ kinds }: Tokens): boolean {
  let depth = 0;
  for (const kind of kinds) {
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
  }
  return depth === 0;
}

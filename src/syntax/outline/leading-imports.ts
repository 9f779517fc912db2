import type { Import } from './import-declaration.ts';
import { lex } from '../token/lexer.ts';
import { outline } from './outline.ts';
import * as T from '../token/token-kind.ts';
import type { Tokens } from '../token/tokens.ts';

/** So much of a file is read first: the imports of most end in there. */
const FIRST_PIECE = 2048;

/** The imports of a file, read no further than up to its first other declaration. */
export function leadingImports(text: string): readonly Import[] {
  for (let size = FIRST_PIECE; size < text.length; size *= 4) {
    const piece = text.slice(0, size);
    const tokens = lex(piece);
    const end = firstDeclaration(tokens);
    if (end !== -1) return outline(piece, upTo(end, tokens)).imports;
  }
  return outline(text, lex(text)).imports;
}

/** The first token outside of brackets that begins a declaration which is no import; -1 where there is none. */
function firstDeclaration({ kinds, count }: Tokens): number {
  let depth = 0;
  for (let at = 0; at < count; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
    else if (depth === 0 && (kind === T.FUNC || kind === T.VAR || kind === T.CONST || kind === T.TYPE)) return at;
  }
  return -1;
}

function upTo(end: number, tokens: Tokens): Tokens {
  return { ...tokens, count: end, kinds: tokens.kinds.subarray(0, end) };
}

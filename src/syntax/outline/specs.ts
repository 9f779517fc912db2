import type { Declaration } from '../source-file.ts';
import * as T from '../token/token-kind.ts';
import type { TokenRange } from '../token/token-range.ts';

/** One spec of a `var`, `const` or `type` declaration. */
export interface DeclaredSpec {
  /** The names that it declares. */
  readonly names: readonly string[];
  /** What stands behind its names: type and values, or the type that a name is declared as. */
  readonly rest: TokenRange;
}

/** The specs of a declaration, of a group or alone; none of a function. */
export function specsOf(declaration: Declaration): readonly DeclaredSpec[] {
  const { kind, tokens, first, last } = declaration;
  if (kind === 'func') return [];
  const isGroup = tokens.kinds[first + 1] === T.LPAREN;
  const found: DeclaredSpec[] = [];
  const end = isGroup ? last - 1 : last;
  for (let at = isGroup ? first + 2 : first + 1; at < end;) {
    const stop = specEnd(declaration, at, end);
    const spec = specIn(declaration, at, stop);
    if (spec) found.push(spec);
    at = stop + 1;
  }
  return found;
}

function specEnd({ tokens: { kinds } }: TokenRange, from: number, end: number): number {
  let depth = 0;
  for (let at = from; at < end; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (depth === 0 && T.isSemicolon(kind)) return at;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
  }
  return end;
}

function specIn({ tokens }: TokenRange, first: number, last: number): DeclaredSpec | undefined {
  const { kinds, ids, names } = tokens;
  const found: string[] = [];
  let at = first;
  for (; at < last && kinds[at] === T.IDENT; at += 2) {
    found.push(names.word(ids[at] ?? -1));
    if (kinds[at + 1] !== T.COMMA) {
      at++;
      break;
    }
  }
  return found.length > 0 && at <= last ? { names: found, rest: { tokens, first: at, last } } : undefined;
}

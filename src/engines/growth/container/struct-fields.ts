import type { Growth } from '../rule.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import type { TokenRange } from '../../../syntax/token/token-range.ts';
import { containerAt } from './declared-names.ts';

/** A field that may be a container. */
export interface ContainerField {
  readonly container: Growth['container'];
  readonly name: string;
}

/**
 * The stretch between the braces of the struct type that a spec declares, or that its value has; undefined where it is
 * none.
 */
export function structBody({ tokens, first, last }: TokenRange): TokenRange | undefined {
  const { kinds } = tokens;
  let at = first;
  // Behind the type parameters, `=`, `&`, `[]` and parentheses.
  for (let depth = 0; at < last && (depth > 0 || kinds[at] !== T.STRUCT); at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (kind === T.LBRACK || kind === T.LPAREN) depth++;
    else if (kind === T.RBRACK || kind === T.RPAREN) depth--;
    else if (depth === 0 && kind !== T.ASSIGN && kind !== T.AND && kind !== T.MUL) return undefined;
  }
  if (kinds[at + 1] !== T.LBRACE) return undefined;
  let depth = 0;
  for (let end = at + 1; end < last; end++) {
    const kind = kinds[end] ?? T.ILLEGAL;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind) && --depth === 0) return { tokens, first: at + 2, last: end };
  }
  return undefined;
}

/** The fields of a struct that may be containers. */
export function containerFields({ tokens, first, last }: TokenRange): readonly ContainerField[] {
  const { kinds, ids, names } = tokens;
  const found: ContainerField[] = [];
  let depth = 0;
  let begins = first;
  for (let at = first; at <= last; at++) {
    const kind = at === last ? T.SEMICOLON : (kinds[at] ?? T.ILLEGAL);
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
    if (depth > 0 || !T.isSemicolon(kind)) continue;
    let type = begins;
    const listed: string[] = [];
    for (; kinds[type] === T.IDENT && type < at; type += 2) {
      listed.push(names.word(ids[type] ?? -1));
      if (kinds[type + 1] !== T.COMMA) {
        type++;
        break;
      }
    }
    const container = type < at ? containerAt({ tokens, first: type, last: at }) : undefined;
    if (container) found.push(...listed.map((name) => ({ container, name })));
    begins = at + 1;
  }
  return found;
}

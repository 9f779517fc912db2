import * as T from './token-kind.ts';
import { openingBracket } from './token-range.ts';
import type { Tokens } from './tokens.ts';

/** How far back is looked, in tokens. Statements and signatures that are longer are not written by people. */
const REACH = 400;

/**
 * The names that are declared with the type in which a token stands: `a` and `b` of `a, b []chan T`, `T` of `type T chan int`,
 * and the function or method whose signature has it as a result. Scopes and kinds are not told apart.
 */
export function namesBefore(tokens: Tokens, at: number): readonly string[] {
  const { kinds } = tokens;
  let before = beforePrefix(tokens, at);
  for (let lists = 0; lists < 4; lists++) {
    if (kinds[before] === T.IDENT) return listedNames(tokens, before);
    const open = enclosing(tokens, before, at);
    if (open === -1) return [];
    // The results of a signature stand behind its parameters.
    before = kinds[open - 1] === T.RPAREN ? open - 1 : open;
    if (kinds[before] === T.RPAREN) before = openingBracket(tokens, before, Math.max(0, before - REACH)) - 1;
    else before = beforePrefix(tokens, open);
    if (kinds[before] === T.FUNC) before--;
    if (kinds[before] === T.ASSIGN || kinds[before] === T.DEFINE || kinds[before] === T.COLON) before--;
  }
  return [];
}

/** Back over what may stand in a type before its last word: `*`, `<-`, `[]`, `map[K]`, `...`, `func`, and the name of a package. */
function beforePrefix(tokens: Tokens, at: number): number {
  const { kinds } = tokens;
  let before = at - 1;
  while (before >= 0 && at - before < REACH) {
    const kind = kinds[before];
    if (kind === T.PERIOD) before -= 2;
    else if (kind === T.MUL || kind === T.ARROW || kind === T.ELLIPSIS || kind === T.MAP || kind === T.CHAN) before--;
    else if (kind === T.RBRACK) before = openingBracket(tokens, before, Math.max(0, before - REACH)) - 1;
    else return before;
  }
  return before;
}

/** The round bracket around a token; where the token closes one, that one. */
function enclosing({ kinds }: Tokens, from: number, start: number): number {
  let depth = 0;
  for (let at = from; at >= 0 && start - at < REACH; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isSemicolon(kind) || kind === T.LBRACE || kind === T.RBRACE) return -1;
    if (T.isClosing(kind)) depth++;
    else if (T.isOpening(kind)) {
      if (depth <= (kinds[from] === T.RPAREN ? 1 : 0)) return at;
      depth--;
    }
  }
  return -1;
}

/** A name, and those in front of it that commas join to it. */
function listedNames({ kinds, ids, names }: Tokens, last: number): readonly string[] {
  const found: string[] = [];
  for (let at = last; kinds[at] === T.IDENT; at -= 2) {
    found.push(names.word(ids[at] ?? -1));
    if (kinds[at - 1] !== T.COMMA) break;
  }
  return found;
}

/**
 * The names that are given what the name at a token stands for, or a part or an element of it: `a` and `b` of `a, b := x.name`,
 * `v` of `for v := range name`, `key` of `T{key: name}`. Arguments of calls are given to parameters, which are not looked up.
 */
export function assignedNames(tokens: Tokens, at: number): readonly string[] {
  const { kinds, ids, names } = tokens;
  for (let before = at - 1; before >= 0 && at - before < REACH; before--) {
    const kind = kinds[before] ?? T.ILLEGAL;
    if (kind === T.ASSIGN || kind === T.DEFINE) return targetNames(tokens, before);
    if (kind === T.COLON) return kinds[before - 1] === T.IDENT ? [names.word(ids[before - 1] ?? -1)] : [];
    if (T.isClosing(kind)) before = Math.max(0, openingBracket(tokens, before, Math.max(0, before - REACH)));
    else if (T.isOpening(kind) && (kind !== T.LPAREN || isCallOrLiteral(kinds[before - 1] ?? T.ILLEGAL))) return [];
    else if (T.isSemicolon(kind)) return [];
  }
  return [];
}

function isCallOrLiteral(before: number): boolean {
  return before === T.IDENT || T.isClosing(before);
}

/** All names to the left of an assignment, up to the beginning of its statement. */
function targetNames({ kinds, ids, names }: Tokens, assign: number): readonly string[] {
  const found: string[] = [];
  for (let at = assign - 1; at >= 0 && assign - at < REACH; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isSemicolon(kind) || kind === T.LBRACE || kind === T.RBRACE || kind === T.COLON || kind >= T.FIRST_KEYWORD) break;
    if (kind === T.IDENT && kinds[at + 1] !== T.PERIOD) found.push(names.word(ids[at] ?? -1));
  }
  return found;
}

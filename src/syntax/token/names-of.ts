import * as T from './token-kind.ts';
import { openingBracket } from './token-range.ts';
import type { Tokens } from './tokens.ts';

/** How far back is looked, in tokens. Statements and signatures that are longer are not written by people. */
const REACH = 400;

/**
 * The names that have what stands at a token, a type or the last name of a value, as their type or value: `a` and `b`
 * of `a, b []chan T`, `T` of `type T chan int`, `f` of `func f() <-chan int`, `x` of `x := s.name`, `c` of `for _, c :=
 * range name`, `key` of `T{key: name}`. Scopes and kinds are not told apart, and what calls do with their arguments is
 * not looked up.
 */
export function namesOf(tokens: Tokens, at: number): readonly string[] {
  const { kinds } = tokens;
  const isType = kinds[at] === T.CHAN;
  if (!isType && kinds[at + 1] === T.PERIOD) return []; // a part of it is something else
  const start = beforeParentheses(tokens, operandStart(tokens, at, isType));
  switch (kinds[start - 1]) {
    case T.ASSIGN: case T.DEFINE:
      return targets(tokens, start - 1);
    case T.RANGE:
      return rangeValue(tokens, start - 1);
    case T.COLON:
      return wordAt(tokens, start - 2);
    case T.IDENT:
      return [...listed(tokens, start - 1), ...functionOf(tokens, enclosing(tokens, start - 1))];
    case T.RPAREN:
      return functionOf(tokens, start);
    case T.LPAREN:
      return isMake(tokens, start - 2) ? namesOf(tokens, start - 2) : functionOf(tokens, start - 1);
    case T.COMMA:
      return inList(tokens, start - 1);
    default:
      return [];
  }
}

function isMake({ kinds, ids, names }: Tokens, at: number): boolean {
  return kinds[at] === T.IDENT && names.word(ids[at] ?? -1) === 'make';
}

/** In front of parentheses that are no brackets of arguments or results. */
function beforeParentheses({ kinds }: Tokens, operand: number): number {
  let start = operand;
  while (
    kinds[start - 1] === T.LPAREN
    && kinds[start - 2] !== T.IDENT
    && !T.isClosing(kinds[start - 2] ?? T.ILLEGAL)
    && kinds[start - 2] !== T.FUNC
  ) {
    start--;
  }
  return start;
}

/** Back over selectors, indices, and what stands in front of a type: `*`, `[]`, `map[K]`, `...`, and `<-` of a type. */
function operandStart(tokens: Tokens, at: number, isType: boolean): number {
  const { kinds } = tokens;
  let start = at;
  while (start > 0 && at - start < REACH) {
    const kind = kinds[start - 1];
    if (kind === T.PERIOD) start -= 2;
    else if (kind === T.MUL || kind === T.AND || kind === T.ELLIPSIS || kind === T.MAP || kind === T.CHAN || (isType && kind === T.ARROW)) start--;
    else if (kind === T.RBRACK) start = Math.max(0, openingBracket(tokens, start - 1, Math.max(0, start - REACH)));
    else return start;
  }
  return start;
}

function wordAt({ kinds, ids, names }: Tokens, at: number): readonly string[] {
  return kinds[at] === T.IDENT ? [names.word(ids[at] ?? -1)] : [];
}

/** A declared name, and those in front of it that commas join to it. */
function listed(tokens: Tokens, last: number): readonly string[] {
  const { kinds } = tokens;
  const found: string[] = [...wordAt(tokens, last)];
  for (
    let at = last - 2;
    kinds[at + 1] === T.COMMA && kinds[at] === T.IDENT && endsNames(kinds[at - 1] ?? T.ILLEGAL);
    at -= 2
  ) {
    found.push(...wordAt(tokens, at));
  }
  return found;
}

function endsNames(kind: number): boolean {
  return kind === T.COMMA || kind === T.LPAREN || kind === T.LBRACE || kind === T.VAR || T.isSemicolon(kind);
}

/** The name of the function or function value whose results begin at a token, behind its parameters. */
function functionOf(tokens: Tokens, results: number): readonly string[] {
  const { kinds } = tokens;
  if (results < 1 || kinds[results - 1] !== T.RPAREN) return [];
  const params = openingBracket(tokens, results - 1, Math.max(0, results - REACH));
  const before = params - 1;
  if (kinds[before] !== T.FUNC) return wordAt(tokens, before);
  const assign = kinds[before - 1];
  if (assign === T.ASSIGN || assign === T.DEFINE) return targets(tokens, before - 1);
  return wordAt(tokens, assign === T.COLON ? before - 2 : before - 1);
}

/** The round bracket around a token, in the same list; -1 where it stands in none. */
function enclosing({ kinds }: Tokens, from: number): number {
  let depth = 0;
  for (let at = from; at >= 0 && from - at < REACH; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isSemicolon(kind)) return -1;
    if (T.isClosing(kind)) depth++;
    else if (T.isOpening(kind) && depth-- === 0) return kind === T.LPAREN ? at : -1;
  }
  return -1;
}

/** In a list: of results, or of the values of an assignment. */
function inList(tokens: Tokens, comma: number): readonly string[] {
  const { kinds } = tokens;
  let depth = 0;
  for (let at = comma; at >= 0 && comma - at < REACH; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isClosing(kind)) depth++;
    else if (T.isOpening(kind) && depth-- === 0) return kind === T.LPAREN ? functionOf(tokens, at) : [];
    if (depth > 0) continue;
    if (kind === T.ASSIGN || kind === T.DEFINE) return targets(tokens, at);
    if (T.isSemicolon(kind)) return [];
  }
  return [];
}

/** The names to the left of an assignment; those that are parts of others with their last word only. */
function targets(tokens: Tokens, assign: number): readonly string[] {
  const { kinds } = tokens;
  const found: string[] = [];
  for (let at = assign - 1; at >= 0 && assign - at < REACH; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isSemicolon(kind) || kind === T.LBRACE || kind === T.RBRACE || kind === T.COLON || kind >= T.FIRST_KEYWORD)
      break;
    if (kind === T.RBRACK) at = Math.max(0, openingBracket(tokens, at, Math.max(0, at - REACH)));
    else if (kind === T.IDENT && kinds[at + 1] !== T.PERIOD) found.push(...wordAt(tokens, at));
  }
  return found;
}

/** `c` of `for _, c := range`. */
function rangeValue(tokens: Tokens, range: number): readonly string[] {
  return tokens.kinds[range - 3] === T.COMMA ? wordAt(tokens, range - 2) : [];
}

import type { CallPlace } from '../../../syntax/outline/call-place.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import { behindBracket, hasName, nameIn } from '../../../syntax/token/token-range.ts';
import type { TokenRange } from '../../../syntax/token/token-range.ts';

/**
 * Whether the statement `f, err := call()` is followed by the check of its error, or by nothing, and then by the
 * deferred release of `f`: nothing is left to say about it. `part` is what is to be released in its place: `Body` of
 * `resp.Body.Close()`.
 */
export function isSettledPair(
  range: TokenRange,
  { kind, targets, assign, end }: CallPlace,
  release: readonly string[],
  part?: string,
): boolean {
  const {
    tokens: { kinds, ids },
    last,
  } = range;
  const isPair =
    kind === 'assigned'
    && assign === targets + 3
    && kinds[targets] === T.IDENT
    && kinds[targets + 1] === T.COMMA
    && kinds[targets + 2] === T.IDENT;
  if (!isPair || !T.isSemicolon(kinds[end] ?? T.ILLEGAL)) return false;
  const next = behindErrorCheck(range, end + 1, ids[targets + 2] ?? -1);
  if (kinds[next] !== T.DEFER || next >= last) return false;
  return (
    isRelease(range, next + 1, targets, release, part) || isReleasingLiteral(range, next + 1, targets, release, part)
  );
}

/** Behind `if err != nil { … }`, where it stands here; without an else, since that goes on from it. */
function behindErrorCheck({ tokens, last }: TokenRange, at: number, error: number): number {
  const { kinds, ids, names } = tokens;
  const isCheck =
    kinds[at] === T.IF
    && ids[at + 1] === error
    && kinds[at + 2] === T.NEQ
    && ids[at + 3] === names.find('nil')
    && kinds[at + 4] === T.LBRACE;
  if (!isCheck) return at;
  const end = behindBracket(tokens, at + 4, last);
  return T.isSemicolon(kinds[end] ?? T.ILLEGAL) ? end + 1 : at;
}

/** `f.Close()`, `resp.Body.Close()`, to the end of the statement. */
function isRelease(
  range: TokenRange,
  at: number,
  holder: number,
  release: readonly string[],
  part: string | undefined,
): boolean {
  const behind = behindRelease(range, at, holder, release, part);
  return behind !== -1 && T.isSemicolon(range.tokens.kinds[behind] ?? T.ILLEGAL);
}

function behindRelease(
  { tokens: { kinds, ids, names } }: TokenRange,
  at: number,
  holder: number,
  release: readonly string[],
  part: string | undefined,
): number {
  if (ids[at] !== ids[holder] || kinds[at + 1] !== T.PERIOD) return -1;
  const isPart =
    part !== undefined && kinds[at + 2] === T.IDENT && ids[at + 2] === names.find(part) && kinds[at + 3] === T.PERIOD;
  if (part !== undefined && !isPart) return -1;
  const method = isPart ? at + 4 : at + 2;
  const isListed = release.some((name) => ids[method] === names.find(name));
  return kinds[method] === T.IDENT && isListed && kinds[method + 1] === T.LPAREN && kinds[method + 2] === T.RPAREN
    ? method + 3
    : -1;
}

/**
 * `func() { … f.Close() … }()`, the release outside of all further braces, and the variable never given another value.
 */
function isReleasingLiteral(
  range: TokenRange,
  at: number,
  holder: number,
  release: readonly string[],
  part: string | undefined,
): boolean {
  const { tokens, last } = range;
  const { kinds } = tokens;
  if (kinds[at] !== T.FUNC || kinds[at + 1] !== T.LPAREN || kinds[at + 2] !== T.RPAREN || kinds[at + 3] !== T.LBRACE)
    return false;
  const end = behindBracket(tokens, at + 3, last);
  let depth = 0;
  let isReleased = false;
  for (let inner = at + 3; inner < end; inner++) {
    if (kinds[inner] === T.LBRACE) depth++;
    else if (kinds[inner] === T.RBRACE) depth--;
    else if (
      depth === 1
      && kinds[inner - 1] !== T.PERIOD
      && behindRelease(range, inner, holder, release, part) !== -1
    ) {
      isReleased = true;
      break;
    } else if (kinds[inner] === T.RETURN || (depth === 1 && (kinds[inner] === T.LAND || kinds[inner] === T.LOR)))
      return false;
  }
  return isReleased && !isGivenAnother(range, holder);
}

/** Whether the name of a target stands where another assignment may give it a value, or its address is taken. */
function isGivenAnother(range: TokenRange, holder: number): boolean {
  const { tokens: { kinds, ids, names } } = range;
  const name = names.word(ids[holder] ?? -1);
  for (let at = nameIn(range, name, range.first); at !== -1; at = nameIn(range, name, at + 1)) {
    const behind = kinds[at + 1] ?? T.ILLEGAL;
    if (
      at !== holder
      && kinds[at - 1] !== T.PERIOD
      && (T.isAssignment(behind) || behind === T.COMMA || kinds[at - 1] === T.AND)
    )
      return true;
  }
  return false;
}

/** More acquisitions than this in one declaration are read: to look at what is around each takes longer. */
export const MANY_PLACES = 64;

/** Whether `ctx, cancel := call()` is followed by `defer cancel()`. */
export function isCalledAtOnce({ tokens: { kinds, ids } }: TokenRange, assign: number, end: number): boolean {
  return kinds[assign - 1] === T.IDENT && T.isSemicolon(kinds[end] ?? T.ILLEGAL) && kinds[end + 1] === T.DEFER
    && ids[end + 2] === ids[assign - 1] && kinds[end + 3] === T.LPAREN && kinds[end + 4] === T.RPAREN;
}

/**
 * Whether `t := call()` stands in the body of the function itself and is followed by `defer t.Stop()`. Where a
 * goroutine might have it, the release could come too early, which is another finding.
 */
export function isReleasedAtOnce(range: TokenRange, assign: number, end: number, release: readonly string[]): boolean {
  const { tokens: { kinds }, first } = range;
  const holder = assign - 1;
  const begins = kinds[holder - 1] ?? T.ILLEGAL;
  if (kinds[holder] !== T.IDENT || !(T.isSemicolon(begins) || begins === T.LBRACE)) return false;
  if (
    !T.isSemicolon(kinds[end] ?? T.ILLEGAL)
    || kinds[end + 1] !== T.DEFER
    || !isRelease(range, end + 2, holder, release, undefined)
  )
    return false;
  let depth = 0;
  for (let at = first; at < holder; at++) {
    if (kinds[at] === T.LBRACE) depth++;
    else if (kinds[at] === T.RBRACE) depth--;
  }
  return (
    depth === 1 && kinds[first] === T.FUNC && !hasName(range, 'Go') && !kinds.subarray(first, range.last).includes(T.GO)
  );
}

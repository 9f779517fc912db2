import type { Growth } from '../rule.ts';
import type { SourceFile } from '../../../syntax/source-file.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import { isCalled } from '../../../syntax/token/token-place.ts';
import { openingBracket } from '../../../syntax/token/token-range.ts';
import type { Tokens } from '../../../syntax/token/tokens.ts';

/** Where the tokens of a file put something into what has a name. */
export interface InsertionPlace {
  readonly container: Growth['container'];
  readonly name: string;
  /** Whether the name stands behind a dot. */
  readonly selected: boolean;
  /** The token of the name. */
  readonly at: number;
}

/** Methods of sync.Map and of the maps of libraries; all have a key and a value. */
export const insertingMethods = [
  'Store', 'LoadOrStore', 'Swap', 'Set', 'SetIfAbsent', 'Upsert', 'Put', 'LoadOrCompute', 'GetOrSet', 'GetOrInsert',
] as const;

/** Keys and lists of targets with more tokens than this are not written by people. */
const REACH = 400;

/** All places where a file puts something into a container, under anything but a literal. */
export function insertionPlaces(source: SourceFile): readonly InsertionPlace[] {
  const { tokens } = source;
  const found: InsertionPlace[] = [];
  const add = (container: Growth['container'], at: number): void => {
    const { kinds, ids, names } = tokens;
    if (kinds[at] !== T.IDENT) return;
    found.push({ container, name: names.word(ids[at] ?? -1), selected: kinds[at - 1] === T.PERIOD, at });
  };
  for (let at = tokens.kinds.indexOf(T.RBRACK); at !== -1; at = tokens.kinds.indexOf(T.RBRACK, at + 1)) {
    if (isAssigned(tokens, at + 1)) add('map', indexedName(tokens, at));
  }
  for (const method of insertingMethods) {
    for (const at of source.places(method)) {
      if (tokens.kinds[at - 1] === T.PERIOD && isCalled(tokens, at)) add('map', beforeParentheses(tokens, at - 2));
    }
  }
  for (const at of source.places('append'))
    if (tokens.kinds[at + 1] === T.LPAREN) add('slice', appendedTo(tokens, at + 2));
  return found;
}

/** Whether what ends in front of a token gets a value: `= v`, `++`, `, err = f()`. */
function isAssigned({ kinds }: Tokens, from: number): boolean {
  let at = from;
  while (kinds[at] === T.RPAREN) at++;
  const kind = kinds[at] ?? T.ILLEGAL;
  if (T.isAssignment(kind)) return kind !== T.DEFINE;
  if (kind !== T.COMMA) return false;
  for (let depth = 0; at < from + REACH; at++) {
    const next = kinds[at] ?? T.SEMICOLON;
    if (depth === 0 && next === T.ASSIGN) return true;
    if (T.isOpening(next)) depth++;
    else if (T.isSemicolon(next) || (T.isClosing(next) && depth-- === 0)) return false;
  }
  return false;
}

/**
 * The name in front of the indices, the last of which closes at a token; -1 where all keys are literals: those are as
 * many as were written.
 */
function indexedName(tokens: Tokens, close: number): number {
  const { kinds } = tokens;
  let isOpenKey = false;
  for (let at = close; ;) {
    const open = openingBracket(tokens, at, Math.max(0, at - REACH));
    if (open === -1) return -1;
    isOpenKey ||= !(at === open + 2 && isLiteral(kinds[open + 1] ?? T.ILLEGAL));
    const before = beforeParentheses(tokens, open - 1);
    if (kinds[before] !== T.RBRACK) return isOpenKey ? before : -1;
    at = before;
  }
}

function isLiteral(kind: number): boolean {
  return kind === T.STRING || kind === T.CHAR || kind === T.INT;
}

/** Back over closing parentheses. */
function beforeParentheses({ kinds }: Tokens, from: number): number {
  let at = from;
  while (kinds[at] === T.RPAREN) at--;
  return at;
}

/** The last name of the first argument of `append`. */
function appendedTo({ kinds }: Tokens, from: number): number {
  let at = from;
  while (kinds[at] === T.LPAREN || kinds[at] === T.MUL) at++;
  while (kinds[at] === T.IDENT && kinds[at + 1] === T.PERIOD) at += 2;
  return at;
}

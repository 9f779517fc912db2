import { mayImport, packageOf } from '../../../model/names/imports.ts';
import type { ModelFile } from '../../../model/info.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import { openingBracket } from '../../../syntax/token/token-range.ts';
import type { Tokens } from '../../../syntax/token/tokens.ts';
import { lastName } from './candidates.ts';

/** Lists of results and parameters with more tokens than this are not written by people. */
const REACH = 200;

/**
 * The names of interface methods, fields, variables and parameters of function type that have one of these types among
 * several results, and of what has a named function type like that. Functions and methods that are declared are not
 * among them.
 */
export function typedNames(files: readonly ModelFile[], types: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const { source } of files) {
    for (const type of types) {
      const word = lastName(type);
      if (!source.mayHold(word) || !mayImport(source, packageOf(type).replace(/^\*/, ''))) continue;
      const { tokens } = source;
      const id = tokens.names.find(word);
      for (let at = id === -1 ? -1 : tokens.names.first(id); at !== -1; at = tokens.names.next(at)) {
        const name = nameOfSignature(tokens, at);
        if (name !== undefined) found.add(name);
      }
    }
  }
  for (const name of [...found]) {
    for (const { source } of files) {
      if (source.mayHold(name)) namesOfType(source.tokens, name).forEach((each) => found.add(each));
    }
  }
  return [...found];
}

/** The names that stand before a type in the fields, variables and parameters of a file. */
function namesOfType({ kinds, ids, names }: Tokens, type: string): readonly string[] {
  const found: string[] = [];
  const id = names.find(type);
  for (let at = id === -1 ? -1 : names.first(id); at !== -1; at = names.next(at)) {
    for (let name = at - 1; kinds[name] === T.IDENT; name -= 2) {
      found.push(names.word(ids[name] ?? -1));
      if (kinds[name - 1] !== T.COMMA) break;
    }
  }
  return found;
}

/**
 * The name of what has a type among its several results; undefined where it is declared as a function, or has no name.
 */
function nameOfSignature(tokens: Tokens, at: number): string | undefined {
  const { kinds, ids, names } = tokens;
  const open = enclosing(tokens, at);
  if (open === -1 || kinds[open - 1] !== T.RPAREN) return undefined;
  const params = openingBracket(tokens, open - 1, Math.max(0, open - REACH));
  let name = params - 1;
  if (kinds[name] === T.FUNC) {
    name--;
    if (kinds[name] === T.ASSIGN || kinds[name] === T.DEFINE || kinds[name] === T.COLON) name--;
  } else if (kinds[name - 1] === T.FUNC || kinds[name - 1] === T.RPAREN) return undefined;
  return kinds[name] === T.IDENT ? names.word(ids[name] ?? -1) : undefined;
}

/** The round bracket around a token, where it stands in a list with a comma; -1 elsewhere. */
function enclosing({ kinds }: Tokens, from: number): number {
  let depth = 0;
  let open = -1;
  for (let at = from; at >= 0 && from - at < REACH; at--) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isSemicolon(kind)) return -1;
    if (T.isClosing(kind)) depth++;
    else if (T.isOpening(kind) && depth-- === 0) {
      open = kind === T.LPAREN ? at : -1;
      break;
    }
  }
  return open !== -1 && kinds.subarray(open, from + 2).includes(T.COMMA) ? open : -1;
}

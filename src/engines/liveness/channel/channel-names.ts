import type { PackageModel } from '../../../model/package-model.ts';
import { functionBody } from '../../../syntax/outline/function-body.ts';
import { namesOf } from '../../../syntax/token/names-of.ts';
import type { Declaration } from '../../../syntax/source-file.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import { hasKind, openingBracket } from '../../../syntax/token/token-range.ts';
import type { Tokens } from '../../../syntax/token/tokens.ts';

/** The names of a package that may stand for a channel, or for what gives or holds one. */
export interface ChannelNames {
  /** Functions, variables and types of the package. */
  readonly alone: ReadonlySet<string>;
  /** Fields and methods, by name only. */
  readonly selected: ReadonlySet<string>;
}

/** Functions and fields of other packages that give a channel, by their names. */
const foreign = ['Tick', 'After', 'C', 'Done', 'CloseNotify'] as const;

/**
 * All names that are declared with `chan`, or with a type of the package that is. Scopes do not count, so there are
 * some too many.
 */
export function channelNames({ files }: PackageModel): ChannelNames {
  const found = { alone: new Set<string>(), selected: new Set<string>(foreign) };
  const types: string[] = [];
  const add = (declaration: Declaration, at: number): void => {
    for (const name of declaredAt(declaration, at)) {
      const set = isMember(declaration, at) ? found.selected : found.alone;
      if (declaration.kind === 'type' && set === found.alone && !set.has(name)) types.push(name);
      set.add(name);
    }
  };
  for (const { source } of files) {
    if (!source.mayHold('chan')) continue;
    const { kinds } = source.tokens;
    for (let at = kinds.indexOf(T.CHAN); at !== -1; at = kinds.indexOf(T.CHAN, at + 1)) {
      const declaration = source.declarationAt(at);
      if (declaration) add(declaration, at);
    }
  }
  for (let name = types.pop(); name !== undefined; name = types.pop()) {
    for (const { source } of files) {
      for (const at of source.places(name)) {
        const declaration = source.declarationAt(at);
        if (declaration) add(declaration, at);
      }
    }
  }
  return found;
}

/** What a declaration says of the type at a token: of a function only what it gives itself. */
function declaredAt(declaration: Declaration, at: number): readonly string[] {
  if (declaration.kind !== 'func') return namesOf(declaration.tokens, at);
  if (at > functionBody(declaration)) return [];
  return namesOf(declaration.tokens, at).filter((name) => name === declaration.name);
}

/** Whether what a token tells of is a field or a method. */
function isMember(declaration: Declaration, at: number): boolean {
  if (declaration.kind === 'func') return declaration.receiver !== undefined;
  const { tokens: { kinds }, first } = declaration;
  const before = kinds.subarray(first, at);
  return before.includes(T.STRUCT) || before.includes(T.INTERFACE);
}

/** Whether a declaration has a range loop with at most one variable over what may be a channel. */
export function rangesOver(names: ChannelNames, declaration: Declaration): boolean {
  let locals: ReadonlySet<string> | undefined;
  return hasKind(declaration, T.RANGE, (tokens, at) => {
    const operand = isSingle(tokens, at) ? operandToken(tokens, at) : -1;
    if (operand === -1) return false;
    const name = tokens.names.word(tokens.ids[operand] ?? -1);
    if (tokens.kinds[operand - 1] === T.PERIOD) return names.selected.has(name);
    locals ??= localNames(names, declaration);
    return names.alone.has(name) || locals.has(name);
  });
}

/** The parameters and variables of a function that may be channels: declared so, or given what may be one. */
function localNames(known: ChannelNames, { tokens, first, last }: Declaration): ReadonlySet<string> {
  const { kinds, ids, names } = tokens;
  const found = new Set<string>();
  for (let size = -1; size !== found.size;) {
    size = found.size;
    for (let at = first; at < last; at++) {
      if (kinds[at] !== T.CHAN && kinds[at] !== T.IDENT) continue;
      const name = names.word(ids[at] ?? -1);
      const isKnown =
        kinds[at] === T.CHAN
        || (kinds[at - 1] === T.PERIOD ? known.selected.has(name) : known.alone.has(name) || found.has(name));
      if (isKnown) for (const other of namesOf(tokens, at)) found.add(other);
    }
  }
  return found;
}

/** `for range x`, `for v := range x`; not `for k, v := range x`. */
function isSingle({ kinds }: Tokens, range: number): boolean {
  return (
    kinds[range - 1] === T.FOR
    || kinds[range - 3] === T.FOR
    || kinds[range - 2] !== T.IDENT
    || kinds[range - 3] !== T.COMMA
  );
}

/** More tokens than this are looked through for the end of an operand by none. */
const LONGEST_OPERAND = 200;

/**
 * The last name of what is ranged over: `c` of `s.c`, `Tick` of `time.Tick(d)`, `list` of `list[0]`; -1 where there is
 * none.
 */
function operandToken(tokens: Tokens, range: number): number {
  const { kinds, ids } = tokens;
  let depth = 0;
  let end = range + 1;
  for (; end < range + LONGEST_OPERAND; end++) {
    const kind = kinds[end] ?? T.ILLEGAL;
    if (depth === 0 && kind === T.LBRACE) break;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
  }
  let at = end - 1;
  while (at > range && ids[at] === -1) at = T.isClosing(kinds[at] ?? T.ILLEGAL) ? stepIn(tokens, at, range) : at - 1;
  return at > range ? at : -1;
}

/** In front of arguments and indices; into parentheses that stand around an operand. */
function stepIn(tokens: Tokens, close: number, limit: number): number {
  const open = openingBracket(tokens, close, limit);
  const before = tokens.kinds[open - 1] ?? T.ILLEGAL;
  const isSuffix = before === T.IDENT || T.isClosing(before);
  return open > limit && isSuffix ? open - 1 : close - 1;
}

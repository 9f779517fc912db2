import type { PackageModel } from '../../model/package-model.ts';
import type { Declaration } from '../../syntax/source-file.ts';
import { assignedNames, namesBefore } from '../../syntax/names-before.ts';
import * as T from '../../syntax/token-kind.ts';
import { hasKind, openingBracket } from '../../syntax/token-range.ts';
import type { Tokens } from '../../syntax/tokens.ts';

/** Functions and fields of other packages that give a channel, by their names. */
const foreign = ['Tick', 'After', 'C', 'Done', 'CloseNotify', 'NewTicker', 'NewTimer'] as const;

/**
 * All names of a package that may stand for a channel, for what holds or gives one, or for the type of one: those that are
 * declared with `chan`, and those that are given what such a name stands for. Scopes do not count, so there are some too many.
 */
export function channelNames({ files }: PackageModel): ReadonlySet<string> {
  const found = new Set<string>(foreign);
  for (const { source } of files) {
    if (!source.mayHold('chan')) continue;
    const { tokens } = source;
    for (let at = tokens.kinds.indexOf(T.CHAN); at !== -1; at = tokens.kinds.indexOf(T.CHAN, at + 1)) {
      for (const name of namesBefore(tokens, at)) found.add(name);
    }
  }
  // A set is gone through in the order in which names come, new ones included.
  for (const name of found) {
    for (const { source } of files) {
      if (!source.mayHold(name)) continue;
      const { tokens } = source;
      const id = tokens.names.find(name);
      for (let at = id === -1 ? -1 : tokens.names.first(id); at !== -1; at = tokens.names.next(at)) {
        for (const other of [...namesBefore(tokens, at), ...assignedNames(tokens, at)]) found.add(other);
      }
    }
  }
  return found;
}

/** Whether a declaration has a range loop with at most one variable over what may be a channel. */
export function rangesOver(names: ReadonlySet<string>, declaration: Declaration): boolean {
  return hasKind(declaration, T.RANGE, (tokens, at) => isSingle(tokens, at) && names.has(operandName(tokens, at)));
}

/** `for range x`, `for v := range x`; not `for k, v := range x`. */
function isSingle({ kinds }: Tokens, range: number): boolean {
  return kinds[range - 1] === T.FOR || kinds[range - 3] === T.FOR || kinds[range - 2] !== T.IDENT || kinds[range - 3] !== T.COMMA;
}

/** More tokens than this are looked through for the end of an operand by none. */
const LONGEST_OPERAND = 200;

/** The last name of what is ranged over: `c` of `s.c`, `Tick` of `time.Tick(d)`, `list` of `list[0]`. */
function operandName(tokens: Tokens, range: number): string {
  const { kinds, ids, names } = tokens;
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
  const id = at > range ? (ids[at] ?? -1) : -1;
  return id === -1 ? '' : names.word(id);
}

/** In front of arguments and indices; into parentheses that stand around an operand. */
function stepIn(tokens: Tokens, close: number, limit: number): number {
  const open = openingBracket(tokens, close, limit);
  const before = tokens.kinds[open - 1] ?? T.ILLEGAL;
  const isSuffix = before === T.IDENT || T.isClosing(before);
  return open > limit && isSuffix ? open - 1 : close - 1;
}

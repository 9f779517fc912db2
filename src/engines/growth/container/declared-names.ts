import type { ModelFile } from '../../../model/info.ts';
import type { Growth } from '../rule.ts';
import type { Declaration } from '../../../syntax/source-file.ts';
import type { DeclaredSpec } from '../../../syntax/outline/specs.ts';
import { specsOf } from '../../../syntax/outline/specs.ts';
import * as T from '../../../syntax/token/token-kind.ts';
import type { TokenRange } from '../../../syntax/token/token-range.ts';

/** A spec of a package's variables or types, with its file. */
export interface PackageSpec extends DeclaredSpec {
  readonly file: ModelFile;
}

/** The specs of all declarations of one kind. */
export function packageSpecs(files: readonly ModelFile[], kind: Declaration['kind']): readonly PackageSpec[] {
  return files.flatMap((file) =>
    file.source.declarations
      .filter((each) => each.kind === kind)
      .flatMap((each) => specsOf(each).map((spec) => ({ ...spec, file }))),
  );
}

/**
 * What a type or value may be by the tokens it begins with: a map says so, also in the name of its type or of its
 * package.
 */
export function containerAt({
  tokens: { kinds, ids, names },
  first,
  last,
}: TokenRange): Growth['container'] | undefined {
  let at = first;
  while (kinds[at] === T.ASSIGN || kinds[at] === T.AND || kinds[at] === T.MUL || kinds[at] === T.LPAREN || isMake(at))
    at++;
  if (kinds[at] === T.LBRACK) return kinds[at + 1] === T.RBRACK ? 'slice' : undefined;
  for (; at < last && kinds[at] !== T.LBRACE; at++) {
    if (kinds[at] === T.MAP) return 'map';
    if (kinds[at] === T.IDENT && /map/i.test(names.word(ids[at] ?? -1))) return 'map';
    if (kinds[at] === T.FUNC || kinds[at] === T.STRUCT || kinds[at] === T.INTERFACE || kinds[at] === T.CHAN)
      return undefined;
  }
  return undefined;

  function isMake(token: number): boolean {
    return kinds[token] === T.IDENT && kinds[token + 1] === T.LPAREN && names.word(ids[token] ?? -1) === 'make';
  }
}

/**
 * The names of types that a variable may have by its spec: `x T`, `x *T`, `x = &T{}`, `x = new(T)`, `x = make(T)`, and
 * `T` and `t` of `x = newT()`.
 */
export function typesHeld({ rest: { tokens: { kinds, ids, names }, first, last } }: DeclaredSpec): readonly string[] {
  const found = new Set<string>();
  for (let at = first; at < last && kinds[at] !== T.LBRACE; at++) {
    if (kinds[at] !== T.IDENT) continue;
    const word = names.word(ids[at] ?? -1);
    const made = kinds[at + 1] === T.LPAREN ? constructor.exec(word)?.[1] : undefined;
    for (const name of made === undefined ? [word] : [made, made.charAt(0).toLowerCase() + made.slice(1)])
      found.add(name);
  }
  return [...found];
}

const constructor = /^(?:[Nn]ew|[Mm]ake|[Ii]nit|[Cc]reate)(\w+)$/;

import type { Declaration } from '../../syntax/source-file.ts';
import * as T from '../../syntax/token/token-kind.ts';
import type { ModelFile } from '../info.ts';

/** A declaration and its file. */
export interface Placed {
  readonly declaration: Declaration;
  readonly file: ModelFile;
}

/**
 * Gives the declarations, functions left out, in which a name stands where a spec begins, or in a list of names there:
 * what they really declare shows when they are parsed.
 */
export function declaringIndex(files: readonly ModelFile[]): (name: string) => readonly Placed[] {
  const indexes = new Map<ModelFile, ReadonlyMap<number, readonly Declaration[]>>();
  const indexOf = (file: ModelFile): ReadonlyMap<number, readonly Declaration[]> => {
    const index = indexes.get(file) ?? declaredIn(file);
    indexes.set(file, index);
    return index;
  };
  return (name) => files.flatMap((file) => {
    if (!file.source.mayDeclare(name)) return [];
    const id = file.source.tokens.names.find(name);
    return id === -1 ? [] : (indexOf(file).get(id) ?? []).map((declaration) => ({ declaration, file }));
  });
}

/** By the number of a name in its file. */
function declaredIn({ source }: ModelFile): ReadonlyMap<number, readonly Declaration[]> {
  const index = new Map<number, Declaration[]>();
  for (const declaration of source.declarations) {
    if (declaration.kind === 'func') continue;
    for (const id of new Set(namesDeclared(declaration))) {
      const known = index.get(id);
      if (known) known.push(declaration);
      else index.set(id, [declaration]);
    }
  }
  return index;
}

/** The names at the beginnings of specs. What is in further brackets declares nothing. */
function namesDeclared({ tokens: { kinds, ids }, first, last }: Declaration): readonly number[] {
  const isGroup = kinds[first + 1] === T.LPAREN;
  const level = isGroup ? 1 : 0;
  const found: number[] = [];
  let depth = 0;
  let expectsName = !isGroup;
  let isBehindName = false;
  for (let at = first + 1; at < last; at++) {
    const kind = kinds[at] ?? T.ILLEGAL;
    if (T.isOpening(kind)) depth++;
    else if (T.isClosing(kind)) depth--;
    const isName: boolean = depth === level && kind === T.IDENT && expectsName;
    if (isName) found.push(ids[at] ?? -1);
    // what is behind its names may be a long table
    else if (!isGroup && depth === level && kind !== T.COMMA) return found;
    expectsName =
      depth === level && (T.isSemicolon(kind) || (kind === T.COMMA && isBehindName) || (isGroup && at === first + 1));
    isBehindName = isName;
  }
  return found;
}

import type { Func, ModelFile } from '../info.ts';

/**
 * So many names are looked for in the text of a file before its declarations are read; from then on every file's are.
 */
const FEW = 64;

type Index = ReadonlyMap<string, readonly Func[]>;

/**
 * Gives the functions and methods of a name that some files of a package declare, in the order of the files. A file is
 * read only once its text holds a name that is asked for: of another package few are.
 */
export function functionIndex(files: readonly ModelFile[]): (name: string) => readonly Func[] {
  const known = new Map<string, readonly Func[]>();
  const read = new Map<ModelFile, Index>();
  let whole: Index | undefined;
  const inFile = (file: ModelFile, name: string): readonly Func[] => {
    const index = read.get(file) ?? (file.source.mayDeclare(name) ? functionsOf([file]) : undefined);
    if (!index) return [];
    read.set(file, index);
    return index.get(name) ?? [];
  };
  return (name) => {
    if (known.size > FEW) return (whole ??= functionsOf(files)).get(name) ?? none;
    const found = known.get(name) ?? files.flatMap((file) => inFile(file, name));
    known.set(name, found);
    return found;
  };
}

const none: readonly Func[] = [];

function functionsOf(files: readonly ModelFile[]): Index {
  const index = new Map<string, Func[]>();
  for (const file of files) {
    for (const declaration of file.source.declarations) {
      if (declaration.kind !== 'func' || declaration.name === undefined) continue;
      const func: Func = { kind: 'Func', declaration, file };
      const known = index.get(declaration.name);
      if (known) known.push(func);
      else index.set(declaration.name, [func]);
    }
  }
  return index;
}

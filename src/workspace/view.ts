import type { OtherPackages, PackageModel, Signatures } from '../model/info.ts';
import { packageModel } from '../model/package-model.ts';
import type { TooMuchWork } from '../model/too-much-work.ts';
import { specsOf } from '../syntax/outline/specs.ts';
import type { Parser } from '../syntax/parse/parser.ts';
import type { ImportGraph } from './import-graph.ts';
import type { Asked, Layout } from './layout.ts';
import { isExported } from '../syntax/is-exported.ts';

/** A word that stands in more packages than this says nothing that is worth the work. */
export const mostPackages = 128;

/** The package under analysis, and how it was opened. */
export interface Analysed {
  readonly model: PackageModel;
  readonly dir: string;
  readonly parser: Parser;
  readonly givenUp: readonly TooMuchWork[];
}

/**
 * The other packages as one analysis sees them. Their texts are shared with other analyses, what was made of them is
 * not: so no answer depends on what was asked before.
 */
export function view(
  own: Analysed,
  asked: Asked,
  { paths, store, graph, moduleOf, programFolders, nearby }: Layout,
): OtherPackages {
  const { dirs, modelAt, modelsAt } = folderModels(own, { paths, store }, () => others);
  let imported: readonly Signatures[] | undefined;

  const folderOf = (path: string, from: PackageModel): string | undefined => {
    const dir = dirs.get(from);
    if (dir === undefined) return undefined;
    for (const each of paths.candidates(path, dir)) asked.folders.add(each);
    return paths.folder(path, dir);
  };

  const graphAround = (dir: string): ImportGraph | undefined => {
    const found = graph(dir);
    for (const root of found?.roots ?? []) asked.trees.add(root);
    return found?.imports;
  };

  /** Undefined where there are too many to be looked at. */
  const few = (
    dir: string | undefined,
    ask: (imports: ImportGraph) => readonly string[] | undefined,
  ): readonly PackageModel[] | undefined => {
    const imports = dir === undefined ? undefined : graphAround(dir);
    const folders = imports && ask(imports);
    return folders && folders.length <= mostPackages ? modelsAt(folders) : undefined;
  };

  const others: OtherPackages = {
    package(path, from) {
      const dir = folderOf(path, from);
      const found = dir === undefined ? undefined : modelAt(dir);
      return found?.name === 'main' ? undefined : found;
    },
    imported: () =>
      (imported ??= nearby(own.dir, own.model.files.map(({ source }) => source), asked)),
    importers(model) {
      const [dir, path] = [dirs.get(model), model.importPath];
      if (dir === undefined || path === undefined) return undefined;
      const folders = graphAround(dir)
        ?.importing(path)
        ?.filter((each) => each !== dir && paths.folder(path, each) === dir);
      return folders && modelsAt(folders);
    },
    holding: (word, model) => few(dirs.get(model), (imports) => imports.holding(word)),
    selecting: (name, model) => few(dirs.get(model), (imports) => imports.selecting(name)),
    isOfProgram(model) {
      const root = moduleOf(dirs.get(model) ?? '');
      if (root === undefined) return false;
      const below = programFolders(root);
      for (const dir of [root, ...below]) asked.folders.add(dir);
      return isProgram(
        modelAt(root),
        () => !store.isBroken(root) && below.some((dir) => modelAt(dir)?.name === 'main'),
      );
    },
  };
  return others;
}

/** Whether a module is a program: by the package at its root where that says so, or by those below `cmd`. */
function isProgram(atRoot: PackageModel | undefined, hasPrograms: () => boolean): boolean {
  return atRoot && (atRoot.name === 'main' || declaresTypes(atRoot)) ? atRoot.name === 'main' : hasPrograms();
}

/** The packages of folders, opened when they are asked for; and the folder of each. */
interface FolderModels {
  readonly dirs: ReadonlyMap<PackageModel, string>;
  modelAt(dir: string): PackageModel | undefined;
  /** Undefined where one of the folders has several packages, of which nobody knows which is meant. */
  modelsAt(folders: readonly string[]): readonly PackageModel[] | undefined;
}

function folderModels(
  own: Analysed, { paths, store }: Pick<Layout, 'paths' | 'store'>, others: () => OtherPackages,
): FolderModels {
  const { parser, givenUp } = own;
  const dirs = new Map<PackageModel, string>([[own.model, own.dir]]);
  const models = new Map<string, PackageModel | undefined>();
  const modelAt = (dir: string): PackageModel | undefined => {
    if (models.has(dir)) return models.get(dir);
    const text = store.importable(dir);
    const surroundings = { importPath: paths.of(dir), isOwn: false, others };
    const isOwn = dir === own.dir && text?.name === own.model.name;
    const model = isOwn ? own.model : text && packageModel(parser, text, { givenUp, surroundings });
    models.set(dir, model);
    if (model) dirs.set(model, dir);
    return model;
  };
  return {
    dirs,
    modelAt,
    modelsAt: (folders) =>
      folders.some((dir) => store.isBroken(dir)) ? undefined : folders.flatMap((dir) => modelAt(dir) ?? []),
  };
}

/**
 * Whether a package declares a type that others can name. One that has none, and says a version or embeds files, is no
 * library.
 */
function declaresTypes({ files }: PackageModel): boolean {
  return files.some(({ source }) =>
    source.declarations.some(
      (declaration) =>
        declaration.kind === 'type'
        && specsOf(declaration).some(({ names }) => names.some((name) => isExported(name))),
    ),
  );
}

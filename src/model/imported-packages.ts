import type { PackageModel } from './info.ts';

/** The packages of the workspace that the files of a package import, each once. */
export function importedPackages(model: PackageModel): readonly PackageModel[] {
  const found = known.get(model) ?? lookFor(model);
  known.set(model, found);
  return found;
}

const known = new WeakMap<PackageModel, readonly PackageModel[]>();

function lookFor(model: PackageModel): readonly PackageModel[] {
  const paths = new Set(model.files.flatMap(({ source }) => source.imports.map(({ path }) => path)));
  return [...new Set([...paths].flatMap((path) => model.others.package(path, model) ?? []))];
}

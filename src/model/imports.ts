import type { SourceFile } from '../syntax/source-file.ts';
import { matchesName } from './name-pattern.ts';

/**
 * The import path that `name` stands for in this file; undefined where no import can have that name. Without the
 * imported package's source its name is guessed from the path, by the conventions everybody follows.
 */
export function importedPath(file: SourceFile, name: string): string | undefined {
  const aliased = file.imports.find((spec) => spec.name === name);
  if (aliased) return aliased.path;
  const plain = file.imports.filter((spec) => spec.name === undefined);
  const exact = plain.find((spec) => spec.path === name || spec.path.endsWith(`/${name}`));
  return (exact ?? plain.find((spec) => packageNames(spec.path).includes(name)))?.path;
}

/** The paths imported with a dot: their exported names are in the file's scope. */
export function dotImports(file: SourceFile): readonly string[] {
  return file.imports.filter((spec) => spec.name === '.').map((spec) => spec.path);
}

/**
 * The names a package at `path` may have: the last element without a major version (`/v2`, `.v3`), and without a
 * `go-` prefix or `-go`, `.go` suffix, which are no identifiers.
 */
function packageNames(path: string): readonly string[] {
  const elements = path.split('/');
  let last = elements.pop() ?? '';
  if (/^v\d+$/.test(last) && elements.length > 0) last = elements.pop() ?? '';
  const base = last.replace(/\.v\d+$/, '');
  const bare = base.replace(/^go[-.]/, '').replace(/[-.]go$/, '');
  return [base, bare, bare.replaceAll('-', '_'), bare.replaceAll('-', ''), bare.split(/[-.]/).pop() ?? bare];
}

/** Whether some file of a package imports the package of one of these names: asked before anything is parsed. */
export function importsAny(files: readonly { readonly source: SourceFile }[], names: readonly string[]): boolean {
  const paths = [...new Set(names.map(packageOf))];
  return files.some(({ source }) => source.imports.some((spec) => matchesName(spec.path, paths)));
}

/** The import path in the name of a function or method: `net/http` of `net/http.Get` and of `(*net/http.Client).Do`. */
function packageOf(name: string): string {
  const receiver = /^\(\*?(.*)\)/.exec(name)?.[1];
  const qualified = receiver ?? name;
  return qualified.slice(0, qualified.lastIndexOf('.'));
}

import type { Import } from '../../syntax/outline/import-declaration.ts';
import type { SourceFile } from '../../syntax/source-file.ts';
import { matchesName } from './name-pattern.ts';

/**
 * The import path that `name` stands for in this file; undefined where no import can have that name. Without the
 * imported package's source its name is guessed from the path, by the conventions everybody follows.
 */
export function importedPath({ imports }: SourceFile, name: string): string | undefined {
  const known = pathsByName.get(imports) ?? namedPaths(imports);
  pathsByName.set(imports, known);
  return known.get(name);
}

/** Asked for each name of each file that no scope holds, so it is worked out once. */
const pathsByName = new WeakMap<readonly Import[], ReadonlyMap<string, string>>();

/** What is certain wins over what is likely: names given, then last elements, then guesses; and of equals the first. */
function namedPaths(imports: readonly Import[]): ReadonlyMap<string, string> {
  const plain = imports.filter((spec) => spec.name === undefined);
  const given = imports.flatMap(({ name, path }): [string, string][] => (name === undefined ? [] : [[name, path]]));
  const exact = plain.map(({ path }): [string, string] => [path.slice(path.lastIndexOf('/') + 1), path]);
  const guessed = plain.flatMap(({ path }) => packageNames(path).map((name): [string, string] => [name, path]));
  return new Map([...given, ...exact, ...guessed].reverse());
}

/** The paths imported with a dot: their exported names are in the file's scope. */
export function dotImports(file: SourceFile): readonly string[] {
  return file.imports.filter((spec) => spec.name === '.').map((spec) => spec.path);
}

/**
 * The names a package at `path` may have: the last element without a major version (`/v2`, `.v3`), and without a
 * `go-` prefix or `-go`, `.go`, `-golang` suffix, which are no identifiers.
 */
function packageNames(path: string): readonly string[] {
  const elements = path.split('/');
  let last = elements.pop() ?? '';
  if (/^v\d+$/.test(last) && elements.length > 0) last = elements.pop() ?? '';
  const base = last.replace(/\.v\d+$/, '');
  const bare = base.replace(/^go[-.]/, '').replace(/[-.]go(?:lang)?$/, '');
  return [base, bare, bare.replaceAll('-', '_'), bare.replaceAll('-', ''), bare.split(/[-.]/).pop() ?? bare];
}

/** The names under which a file may have the package at `path`; `.` where its own names need none. */
export function qualifiers({ imports }: SourceFile, path: string): readonly string[] {
  return imports
    .filter((spec) => matchesName(spec.path, [path]))
    .flatMap((spec) =>
      spec.name === undefined
        ? [...new Set([spec.path.slice(spec.path.lastIndexOf('/') + 1), ...packageNames(spec.path)])]
        : [spec.name],
    );
}

/** Whether a file imports a package. */
export function mayImport({ imports }: Pick<SourceFile, 'imports'>, path: string): boolean {
  return imports.some((spec) => matchesName(spec.path, [path]));
}

/** Whether some file of a package imports the package of one of these names: asked before anything is parsed. */
export function importsAny(files: readonly { readonly source: SourceFile }[], names: readonly string[]): boolean {
  const paths = [...new Set(names.map(packageOf))];
  return files.some(({ source }) => source.imports.some((spec) => matchesName(spec.path, paths)));
}

/** The import path in the name of a function or method: `net/http` of `net/http.Get` and of `(*net/http.Client).Do`. */
export function packageOf(name: string): string {
  const begin = name.startsWith('(*') ? 2 : name.startsWith('(') ? 1 : 0;
  const qualified = begin === 0 ? name : name.slice(begin, name.lastIndexOf(')'));
  return qualified.slice(0, qualified.lastIndexOf('.'));
}

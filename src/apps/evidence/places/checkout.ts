import { walk } from '../../../discover/walk.ts';
import type { FileSystem } from '../../../host/file-system.ts';
import { baseName, inside, parentOf } from '../../../host/paths.ts';
import { importPaths } from '../../../workspace/import-paths.ts';
import { modules } from '../../../workspace/modules.ts';

/** The Go files of a checkout, by the ways in which a profile may name them. Paths are absolute. */
export interface Checkout {
  readonly root: string;
  /** The folders with Go files that have an import path; more than one where modules of one path are there twice. */
  readonly byImportPath: ReadonlyMap<string, readonly string[]>;
  /** The files of a name. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly has: (file: string) => boolean;
  /**
   * What a file is called now: one that was renamed since the program was built is found by the name that it had then.
   */
  readonly present: (file: string) => string;
  /** The folders of the go.mod files: they have whatever name a checkout has. */
  readonly tops: ReadonlySet<string>;
}

/**
 * Reads the names of all Go files at and below `root` (absolute), tests included, and the go.mod files around them.
 * `renames` gives present paths of files by those they had when the program was built.
 */
export function readCheckout(
  root: string,
  source: FileSystem,
  renames: ReadonlyMap<string, string> = new Map(),
): Checkout {
  const around = modules(source);
  const paths = importPaths(around, source);
  const byImportPath = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  const files = new Set<string>();
  const tops = new Set<string>();
  for (const found of walk(root, root, source)) {
    if (found.kind !== 'folder') continue;
    const { dir } = found.folder;
    const listing = source.list(dir);
    for (const { name } of listing.kind === 'entries'
      ? listing.entries.filter((entry) => entry.name.endsWith('.go'))
      : []) {
      files.add(inside(dir, name));
      append(byName, name, inside(dir, name));
    }
    const path = paths.of(dir);
    if (path !== undefined) append(byImportPath, path, dir);
    const module = around.of(dir);
    if (module) tops.add(module.dir);
  }
  const old = [...renames].filter(([path, now]) => files.has(now) && !files.has(path));
  for (const [path] of old) {
    const [dir, importPath] = [parentOf(path), paths.of(parentOf(path))];
    files.add(path);
    append(byName, baseName(path), path);
    if (importPath !== undefined && !byImportPath.get(importPath)?.includes(dir)) append(byImportPath, importPath, dir);
  }
  const names = new Map(old);
  return {
    root, byImportPath, byName, tops,
    has: (file) => files.has(file),
    present: (file) => names.get(file) ?? file,
  };
}

function append(lists: Map<string, string[]>, key: string, value: string): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** A path with `/`, whatever the system. */
export function slashed(path: string): string {
  return path.replaceAll('\\', '/');
}

/**
 * The files of the checkout that end like a path, by as many names as possible; and how many names agree. A file whose
 * whole path from the root is the end of that path wins over one of which only the last names are.
 */
export function bySuffix(
  checkout: Checkout,
  path: string,
): { readonly files: readonly string[]; readonly names: number } {
  const wanted = slashed(path).split('/').reverse();
  const candidates = (checkout.byName.get(baseName(slashed(path))) ?? []).map((file) => {
    const own = slashed(file.slice(checkout.root.length)).split('/').slice(1).reverse();
    const names = agreement(own, wanted);
    return { file, names, isWhole: names === own.length };
  });
  const whole = candidates.filter(({ isWhole }) => isWhole);
  const best = whole.length > 0 ? whole : candidates;
  const names = best.reduce((most, each) => Math.max(most, each.names), 0);
  return { files: best.filter((each) => each.names === names).map(({ file }) => file), names };
}

function agreement(names: readonly string[], wanted: readonly string[]): number {
  const differs = names.findIndex((name, i) => name !== wanted[i]);
  return differs === -1 ? names.length : differs;
}

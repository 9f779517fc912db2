import type { FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';
import { isInside, joined, parentOf } from '../host/paths.ts';
import type { GoModFile } from './go-mod.ts';
import { parseGoMod } from './go-mod.ts';

/** A module of the checkout: a folder with a go.mod that names it. */
export interface Module {
  /** Its folder: absolute. */
  readonly dir: string;
  /** What stands in front of the paths of its packages; empty for Go's own library, `module std`. */
  readonly path: string;
  /**
   * The folders that its imports may lead to, of the longest path first: itself, local replacements, the others of a
   * go.work.
   */
  readonly targets: readonly Target[];
}

/** A module path and the folder it stands for. */
export interface Target {
  readonly path: string;
  readonly dir: string;
}

/** The modules around folders. What is above the checkout, or outside of any module, is not looked at. */
export interface Modules {
  /** The module that a folder (absolute) belongs to; undefined outside of a module, and for vendored packages. */
  of(dir: string): Module | undefined;
  /** The root of the checkout around a folder: the nearest with `.git`, or else the outermost with a go.mod. */
  root(dir: string): string | undefined;
  /** The other modules of the go.work that a module belongs to. */
  neighbours(module: Module): readonly string[];
}

/** Looks at nothing yet; each go.mod is read once. */
export function modules(files: FileSystem): Modules {
  const roots = new Map<string, string | undefined>();
  const known = new Map<string, Module | undefined>();
  const works = new Map<string, readonly string[]>();

  const root = (dir: string): string | undefined => {
    if (roots.has(dir)) return roots.get(dir);
    const parent = parentOf(dir);
    const outer = (): string | undefined => (parent === dir ? undefined : root(parent));
    const found = files.exists(joined(dir, '.git'))
      ? dir
      : (outer() ?? (files.exists(joined(dir, 'go.mod')) ? dir : undefined));
    roots.set(dir, found);
    return found;
  };

  const of = (dir: string): Module | undefined => {
    if (known.has(dir)) return known.get(dir);
    const top = root(dir);
    const found = top === undefined || isVendored(dir, top) ? undefined : nearest(dir, top);
    known.set(dir, found);
    return found;
  };

  const nearest = (dir: string, top: string): Module | undefined => {
    const text = read(joined(dir, 'go.mod'), files);
    if (text) return moduleAt(dir, text, top);
    return dir === top ? undefined : of(parentOf(dir));
  };

  const moduleAt = (dir: string, text: GoModFile, top: string): Module | undefined => {
    if (text.module === undefined) return undefined;
    const work = workAround(dir, top, files);
    const uses = (work?.text.use ?? []).map((folder) => joined(work?.dir ?? dir, folder));
    const used = uses.includes(dir) ? uses : [];
    works.set(dir, used.filter((other) => other !== dir && isInside(other, top)));
    const path = text.module === 'std' ? '' : text.module;
    const targets = [
      { path, dir },
      ...used.flatMap((other) => namedAt(other, files)),
      ...localTargets(text, dir),
      ...(work && used.length > 0 ? localTargets(work.text, work.dir) : []),
    ];
    const inside = targets.filter((each) => isInside(each.dir, top));
    return { dir, path, targets: inside.toSorted((a, b) => b.path.length - a.path.length) };
  };

  return { of, root, neighbours: (module) => works.get(module.dir) ?? [] };
}

function isVendored(dir: string, top: string): boolean {
  return dir.slice(top.length).includes('/vendor/');
}

function localTargets({ replace }: GoModFile, dir: string): readonly Target[] {
  return replace.map(({ path, folder }) => ({ path, dir: joined(dir, folder) }));
}

function namedAt(dir: string, files: FileSystem): readonly Target[] {
  const path = read(joined(dir, 'go.mod'), files)?.module;
  return path === undefined ? [] : [{ path: path === 'std' ? '' : path, dir }];
}

/** Only the nearest go.work counts, whether it uses the module or not. */
function workAround(
  dir: string,
  top: string,
  files: FileSystem,
): { readonly dir: string; readonly text: GoModFile } | undefined {
  const text = read(joined(dir, 'go.work'), files);
  if (text) return { dir, text };
  return dir === top ? undefined : workAround(parentOf(dir), top, files);
}

function read(path: string, files: FileSystem): GoModFile | undefined {
  const file = files.exists(path) ? files.readText(path, byteLimits.module) : undefined;
  return file?.kind === 'text' ? parseGoMod(file.text) : undefined;
}

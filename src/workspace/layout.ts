import type { FileSystem } from '../host/file-system.ts';
import { isInside, joined, parentOf } from '../host/paths.ts';
import type { Signatures } from '../model/info.ts';
import type { GoSettings } from '../package-text.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { ImportGraph } from './import-graph.ts';
import { importGraph } from './import-graph.ts';
import type { ImportPaths } from './import-paths.ts';
import { importPaths } from './import-paths.ts';
import { modules } from './modules.ts';
import type { IsLeftOut, PackageStore } from './package-store.ts';
import { packageStore } from './package-store.ts';
import { signaturesOf } from './signatures.ts';

/** What was asked of a workspace: an answer holds as long as this does not change. */
export interface Asked {
  /** The folders (absolute) that were looked at, whether there was anything in them or not. */
  readonly folders: Set<string>;
  /** The folders of which everything below was looked at. */
  readonly trees: Set<string>;
}

/** Which packages there are, and what they import: all that is known without parsing. */
export interface Layout {
  readonly paths: ImportPaths;
  readonly store: PackageStore;
  /**
   * The imports of all packages that may import the one in a folder, and the folders below which these are; undefined
   * where these are not known.
   */
  graph(dir: string): { readonly roots: readonly string[]; readonly imports: ImportGraph } | undefined;
  /** The folder of the module that a folder belongs to. */
  moduleOf(dir: string): string | undefined;
  /** The folder `cmd` of a module, and those in it. */
  programFolders(root: string): readonly string[];
  /**
   * What is known by tokens of the packages that files of a package in a folder import; their folders are added to
   * `asked`.
   */
  nearby(dir: string, files: readonly SourceFile[], asked: Asked): readonly Signatures[];
  /** Forgets what is known of a folder whose Go files have changed; not that it is there, nor what go.mod says. */
  forget(dir: string): void;
}

/** What a layout asks for from outside. */
export interface LayoutOptions {
  readonly files: FileSystem;
  /** Whether the files are all of the workspace, so that who imports a package is known. */
  readonly seesAll: boolean;
  /** How a path is shown: relative to the working directory. */
  readonly show: (path: string) => string;
  /** What go.mod and the configuration say for a folder. */
  readonly settings: (dir: string) => GoSettings;
  /** Whether git ignores a path; made for a checkout when first asked. */
  readonly ignored: (root: string) => (path: string, isFolder: boolean) => boolean;
}

/** Reads nothing yet. */
export function layout({ files, seesAll, show, settings, ignored }: LayoutOptions): Layout {
  const around = modules(files);
  const paths = importPaths(around, files);
  const filters = new Map<string, (path: string, isFolder: boolean) => boolean>();
  const graphs = new Map<string, ImportGraph>();
  const signatures = new Map<string, Signatures>();
  const programs = new Map<string, readonly string[]>();

  const isLeftOut: IsLeftOut = (path, kind) => {
    const root = around.root(parentOf(path));
    if (root === undefined) return true;
    if (kind === 'link' && !isInside(files.realPath(path) ?? '', files.realPath(root) ?? root)) return true;
    const filter = filters.get(root) ?? ignored(root);
    filters.set(root, filter);
    return filter(path, kind === 'folder');
  };
  const inProject = (path: string): string => path.slice((around.root(parentOf(path)) ?? '').length).replace(/^\//, '');
  const store = packageStore({ files, show, inProject, settings, isLeftOut });

  return {
    paths,
    store,
    forget(dir) {
      store.forget(dir);
      signatures.delete(dir);
      for (const each of graphs.values()) each.forget(dir);
    },
    graph(dir) {
      const module = seesAll ? around.of(dir) : undefined;
      if (!module) return undefined;
      const roots = [module.dir, ...around.neighbours(module)];
      const imports = graphs.get(module.dir) ?? importGraph(roots, files, isLeftOut);
      graphs.set(module.dir, imports);
      return { roots, imports };
    },
    moduleOf: (dir) => around.of(dir)?.dir,
    programFolders(root) {
      const known = programs.get(root) ?? programFolders(root, files);
      programs.set(root, known);
      return known;
    },
    nearby(dir, sources, asked) {
      const imported = new Set(sources.flatMap((source) => source.imports.map(({ path }) => path)));
      const folders = [...imported].flatMap((path) => {
        for (const each of paths.candidates(path, dir)) asked.folders.add(each);
        return paths.folder(path, dir) ?? [];
      });
      return folders.map((each) => {
        const known = signatures.get(each) ?? signaturesOf(() => store.importable(each));
        signatures.set(each, known);
        return known;
      });
    },
  };
}

function programFolders(root: string, files: FileSystem): readonly string[] {
  const dir = joined(root, 'cmd');
  const listing = files.list(dir);
  const entries = listing.kind === 'entries' ? listing.entries : [];
  return [dir, ...entries.filter(({ kind }) => kind === 'folder').map(({ name }) => joined(dir, name))];
}

import type { FileSystem } from '../host/file-system.ts';
import { isInside, joined, parentOf } from '../host/paths.ts';
import type { Surroundings } from '../model/package-model.ts';
import type { GoSettings } from '../spec.ts';
import type { ImportGraph } from './import-graph.ts';
import { importGraph } from './import-graph.ts';
import { importPaths } from './import-paths.ts';
import { modules } from './modules.ts';
import type { IsLeftOut } from './package-store.ts';
import { packageStore } from './package-store.ts';
import type { Asked, Shared } from './view.ts';
import { view } from './view.ts';

/**
 * The packages around those under analysis. Reads on demand, and never above the checkout. One thread has one, and each
 * analysis a view of its own, so that no answer depends on what was asked before.
 */
export interface Workspace {
  /** What is around a package in a folder (absolute). */
  around(dir: string): Neighbourhood;
}

/** The surroundings of a package, and what was asked of them. */
export interface Neighbourhood extends Surroundings {
  readonly asked: Asked;
}

/** What a workspace asks for from outside. */
export interface WorkspaceOptions {
  readonly files: FileSystem;
  /** How a path is shown: relative to the working directory. */
  readonly show: (path: string) => string;
  /** What go.mod and the configuration say for a folder. */
  readonly settings: (dir: string) => GoSettings;
  /** Whether git ignores a path; made for a checkout when first asked. */
  readonly ignored: (root: string) => (path: string, isFolder: boolean) => boolean;
}

/** Opens a workspace; reads nothing yet. */
export function workspace({ files, show, settings, ignored }: WorkspaceOptions): Workspace {
  const around = modules(files);
  const paths = importPaths(around, files);
  const filters = new Map<string, (path: string, isFolder: boolean) => boolean>();
  const graphs = new Map<string, ImportGraph>();

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

  /** The folders whose packages may import a package of the module in a folder. */
  const graphOf: Shared['graph'] = (dir) => {
    const module = around.of(dir);
    if (!module) return undefined;
    const roots = [module.dir, ...around.neighbours(module)];
    const imports = graphs.get(module.dir) ?? importGraph(roots, files, isLeftOut);
    graphs.set(module.dir, imports);
    return { roots, imports };
  };

  const shared: Shared = {
    paths,
    store,
    graph: graphOf,
    moduleOf: (dir) => around.of(dir)?.dir,
    programFolders(root) {
      const dir = joined(root, 'cmd');
      const listing = files.list(dir);
      const entries = listing.kind === 'entries' ? listing.entries : [];
      return [dir, ...entries.filter(({ kind }) => kind === 'folder').map(({ name }) => joined(dir, name))];
    },
  };
  return {
    around(dir) {
      const asked: Asked = { folders: new Set(), trees: new Set() };
      return {
        importPath: paths.of(dir), isOwn: true, asked, others: (model, parser, givenUp) => view({ model, dir, parser, givenUp }, asked, shared),
      };
    },
  };
}

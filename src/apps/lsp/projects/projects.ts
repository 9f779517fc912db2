import { projectRoot } from '../../../discover/path/project-root.ts';
import { isInside } from '../../../host/paths.ts';
import type { EditorSettings } from '../client/settings.ts';
import type { Project, ProjectTools } from './project.ts';
import { project } from './project.ts';

/**
 * The checkouts that documents are open in. Folders of an editor that lie in one checkout share it, as the modules of a
 * go.work do.
 */
export interface Projects {
  /** The project that a folder belongs to. */
  of(dir: string): Project;
  /** The Go files of a folder have changed. */
  changed(dir: string): void;
  /** All may have changed. */
  renew(): void;
  /** Folders of the editor: outside of a checkout they are projects. */
  setFolders(folders: readonly string[]): void;
  /**
   * Keeps only the projects of these folders; where there are none, all: who closes one document opens the next one.
   */
  keep(dirs: readonly string[]): void;
}

/** What projects are opened with; settings may differ from root to root. */
export interface ProjectsTools extends Omit<ProjectTools, 'settings'> {
  readonly settings: (root: string) => Promise<EditorSettings>;
}

/** Opens a project when it is first asked for. */
export function projects(tools: ProjectsTools): Projects {
  const all = new Map<string, Project>();
  const roots = new Map<string, string | undefined>();
  let folders: readonly string[] = [];
  const rootOf = (dir: string): string => {
    const around = folders.filter((each) => isInside(dir, each)).toSorted((a, b) => b.length - a.length);
    return projectRoot(dir, roots, tools.files) ?? around[0] ?? dir;
  };
  return {
    of(dir) {
      const root = rootOf(dir);
      const known = all.get(root) ?? project(root, { ...tools, settings: () => tools.settings(root) });
      all.set(root, known);
      return known;
    },
    changed(dir) {
      for (const each of all.values()) each.changed(dir);
    },
    renew() {
      roots.clear();
      for (const each of all.values()) each.renew();
    },
    setFolders(now) {
      folders = now;
    },
    keep(dirs) {
      if (dirs.length === 0) return;
      const used = new Set(dirs.map(rootOf));
      for (const root of all.keys()) if (!used.has(root)) all.delete(root);
    },
  };
}

import type { FileSystem } from '../host/file-system.ts';
import { isInside, joined } from '../host/paths.ts';
import type { Module, Modules, Target } from './modules.ts';

/** Which folders imports lead to, and what folders are imported as. */
export interface ImportPaths {
  /** The folder that an import of `path` in a package in `from` leads to; undefined outside of the workspace. */
  folder(path: string, from: string): string | undefined;
  /** The folders that it might lead to if they were there. */
  candidates(path: string, from: string): readonly string[];
  /** The path by which the packages of its module import the package in a folder. */
  of(dir: string): string | undefined;
}

/** Answers from what go.mod and go.work say. Folders that links lead out of the checkout to are none of it. */
export function importPaths(modules: Modules, files: FileSystem): ImportPaths {
  const known = new Map<Module, Map<string, string | undefined>>();
  const isWithin = new Map<string, boolean>();

  const staysInside = (dir: string): boolean => {
    const before = isWithin.get(dir);
    if (before !== undefined) return before;
    const root = modules.root(dir);
    const [real, top] = [files.realPath(dir), root === undefined ? undefined : files.realPath(root)];
    const answer = real !== undefined && top !== undefined && isInside(real, top);
    isWithin.set(dir, answer);
    return answer;
  };

  /** A folder with a go.mod of its own between is another module. */
  const lookUp = (path: string, module: Module): string | undefined =>
    candidatesIn(path, module).find(({ dir, target }) =>
      files.kind(dir).kind === 'folder' && modules.of(dir)?.dir === target.dir && staysInside(dir))?.dir;

  return {
    folder(path, from) {
      const module = modules.of(from);
      if (!module?.targets.some((target) => path.startsWith(target.path))) return undefined;
      const answers = known.get(module) ?? new Map<string, string | undefined>();
      known.set(module, answers);
      if (!answers.has(path)) answers.set(path, lookUp(path, module));
      return answers.get(path);
    },
    candidates(path, from) {
      const module = modules.of(from);
      return module ? candidatesIn(path, module).map(({ dir }) => dir) : [];
    },
    of(dir) {
      const module = modules.of(dir);
      if (!module) return undefined;
      const rest = dir === module.dir ? '' : dir.slice(module.dir.length).replace(/^\//, '');
      return rest === '' || module.path === '' ? rest || module.path || undefined : `${module.path}/${rest}`;
    },
  };
}

function candidatesIn(path: string, { targets }: Module): readonly { readonly dir: string; readonly target: Target }[] {
  return targets.flatMap((target) => {
    const rest = target.path === '' ? path : path === target.path ? '' : restBehind(path, `${target.path}/`);
    const leaves = rest === undefined || rest.split('/').some((element) => element === '..' || element === 'vendor');
    return leaves ? [] : [{ dir: joined(target.dir, rest), target }];
  });
}

function restBehind(path: string, prefix: string): string | undefined {
  return path.startsWith(prefix) ? path.slice(prefix.length) : undefined;
}

import type { FileSystem } from '../../host/file-system.ts';
import { memoryFiles } from '../../host/memory.ts';
import { joined, parentOf } from '../../host/paths.ts';
import type { Facts } from './facts.ts';

/** One package as a build system gives it: its files, and what is known of the packages that it imports. */
export interface Unit {
  readonly importPath: string;
  /** The Go version of its module: `1.22`. */
  readonly goVersion: string | undefined;
  /** The folder (absolute) that findings are shown in; files from elsewhere, which were generated, inform only. */
  readonly dir: string;
  /** Texts by absolute path. */
  readonly sources: ReadonlyMap<string, string>;
  readonly imports: readonly Facts[];
}

/** Where the facts of other packages stand in the view: no folder of a checkout is called so. */
const factsFolder = '.golint-leaks-facts';

/**
 * A unit as a checkout in memory: each package is a module of its own, named by its import path, and a go.work brings
 * them together. `root` (absolute) is the folder that paths are shown relative to.
 */
export function unitFiles({ importPath, goVersion, dir, sources, imports }: Unit, root: string): FileSystem {
  const goLine = goVersion === undefined ? '' : `\ngo ${goVersion}\n`;
  const files: Record<string, string> = {
    [joined(root, '.git')]: '',
    [joined(dir, 'go.mod')]: `module ${importPath}\n${goLine}`,
  };
  const used = [dir];
  for (const [path, text] of sources)
    files[parentOf(path) === dir ? path : joined(dir, freeName(path, files, dir))] = text;
  for (const each of imports.filter((facts) => facts.importPath !== importPath)) {
    // Names of folders tell tests and programs from other packages.
    const folder = joined(root, `${factsFolder}/${each.importPath}`);
    used.push(folder);
    files[joined(folder, 'go.mod')] = `module ${each.importPath}\n${goLine}`;
    for (const { name, text } of each.files) files[joined(folder, name)] = text;
  }
  const uses = used.map((each) => `\t${JSON.stringify(each === root ? '.' : each.slice(root.length + 1))}\n`);
  files[joined(root, 'go.work')] = `use (\n${uses.join('')})\n`;
  return memoryFiles(files);
}

/** Whether a path as it is shown leads into facts: there is no such file to be opened. */
export function isOfFacts(path: string): boolean {
  return path.startsWith(`${factsFolder}/`);
}

/** The name of a file keeps its end, which says for which system it is built. */
function freeName(path: string, files: Readonly<Record<string, string>>, dir: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  for (let index = 0; ; index++) {
    const free = index === 0 ? name : `generated${index}_${name}`;
    if (!(joined(dir, free) in files)) return free;
  }
}

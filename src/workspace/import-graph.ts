import type { FileSystem } from '../host/file-system.ts';
import { byteLimits } from '../host/limits.ts';
import { joined } from '../host/paths.ts';
import type { IsLeftOut } from './package-store.ts';
import { isGoFile, isSkippedFolder, isTestFile } from './go-names.ts';

/** The imports of the packages below a folder. */
export interface ImportGraph {
  /** The folders with a file, tests left out, that imports a path; undefined where there are too many to know. */
  importing(path: string): readonly string[] | undefined;
}

/** Folders and files beyond which a workspace is not looked through. */
const mostFolders = 20_000;
const mostFiles = 60_000;

/** Looks at the heads of all files below some folders, when first asked. */
export function importGraph(roots: readonly string[], files: FileSystem, isLeftOut: IsLeftOut): ImportGraph {
  let graph: ReadonlyMap<string, readonly string[]> | 'too large' | undefined;
  return {
    importing(path) {
      graph ??= byPath(roots, files, isLeftOut) ?? 'too large';
      return graph === 'too large' ? undefined : graph.get(path) ?? [];
    },
  };
}

function byPath(roots: readonly string[], files: FileSystem, isLeftOut: IsLeftOut): ReadonlyMap<string, readonly string[]> | undefined {
  const graph = new Map<string, string[]>();
  const pending = [...new Set(roots)];
  const seen = new Set(pending);
  let read = 0;
  for (const dir of pending) {
    const listing = files.list(dir);
    if (listing.kind === 'unreadable') continue;
    const imports = new Set<string>();
    for (const { name, kind } of listing.entries) {
      const path = joined(dir, name);
      if (kind === 'folder') {
        if (isSkippedFolder(name) || name === 'vendor' || seen.has(path) || isLeftOut(path, kind)) continue;
        seen.add(path);
        pending.push(path);
      } else if (isGoFile(name) && !isTestFile(name) && !isLeftOut(path, kind)) {
        read++;
        for (const each of importsOf(path, files)) imports.add(each);
      }
      if (pending.length > mostFolders || read > mostFiles) return undefined;
    }
    for (const each of imports) {
      const folders = graph.get(each);
      if (folders) folders.push(dir);
      else graph.set(each, [dir]);
    }
  }
  return graph;
}

/**
 * What stands in quotes in front of the first declaration that is no import: the paths of the imports, and a little more. A
 * comment may hold what looks like a declaration.
 */
function importsOf(path: string, files: FileSystem): readonly string[] {
  const file = files.readText(path, byteLimits.go);
  if (file.kind !== 'text') return [];
  const end = file.text.search(/^(?:func|var|type|const)\b/m);
  const first = end === -1 ? file.text : file.text.slice(0, end);
  const head = first.includes('/*') ? file.text : first;
  return (head.match(/"[^"\n]+"|`[^`\n]+`/g) ?? []).map((quoted) => quoted.slice(1, -1));
}

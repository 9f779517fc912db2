import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The absolute path of a file that ships beside the code, named relative to the package's root:
 * `grammars/tree-sitter-go.wasm`.
 */
export function assetPath(relative: string): string {
  root ??= packageRoot(import.meta.dirname);
  return join(root, relative);
}

/** The bytes of such a file. */
export function assetBytes(relative: string): Uint8Array {
  return readFileSync(assetPath(relative));
}

let root: string | undefined;

/** The code runs from `src/` as well as from `dist/src/`, so the distance to the root is not fixed. */
function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
  return packageRoot(parent);
}

import { fileURLToPath, pathToFileURL } from 'node:url';
import { slashed } from '../../../host/paths.ts';

/**
 * The absolute path, with `/`, that an address of an editor leads to; undefined for what is on no disk, as `untitled:`.
 */
export function pathOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  try {
    return slashed(fileURLToPath(uri));
  } catch {
    return undefined;
  }
}

/** The address of a file. */
export function uriOf(path: string): string {
  return pathToFileURL(path).href;
}

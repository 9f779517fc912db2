import type { ModelFile, Obj } from '../info.ts';
import { isExported } from '../../syntax/is-exported.ts';

/**
 * What `pkg.Name` stands for in a file that imports the package at `path`; undefined where the package is outside of
 * the workspace, or declares no such name, or builds differ about it.
 */
export function objectAt(path: string, name: string, from: ModelFile): Obj | undefined {
  return isExported(name) ? from.package.others.package(path, from.package)?.member(name, from) : undefined;
}

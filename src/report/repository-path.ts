import { pathInRepository } from './uri.ts';

/** The path of a file from the root of the repository, with `/`; where it is outside, its absolute path. */
export function repositoryPath(path: string, bases: { readonly root: string; readonly cwd: string }): string {
  const { inside, segments } = pathInRepository(path, bases);
  return (inside ? '' : segments[0]?.endsWith(':') ? '' : '/') + segments.join('/');
}

import type { Bases } from './uri.ts';
import { pathInRepository } from './uri.ts';

/** The path of a file from the root of the repository, with `/`; where it is outside, its absolute path. */
export function repositoryPath(path: string, bases: Bases): string {
  const { inside, segments } = pathInRepository(path, bases);
  const isOnDrive = /^[A-Za-z]:$/.test(segments[0] ?? '');
  return (inside || isOnDrive ? '' : '/') + segments.join('/');
}

import type { Evidence } from '../../findings/evidence.ts';
import { isErrorWay } from '../../flow/error-way.ts';
import type { Path } from '../../flow/paths.ts';
import type { Case } from './case.ts';

/** The ways to speak of: those that lead through an error only where there are no others. */
export function waysToTell(paths: readonly Path[], { acquisition, context: { rule } }: Case): ToldWays {
  if (!rule.graded) return { paths, ways: 'some' };
  const plain = paths.filter((path) => !isErrorWay(path, acquisition.info));
  return plain.length > 0 ? { paths: plain, ways: 'some' } : { paths, ways: 'error' };
}

/** Ways out, and what they are of all. */
export interface ToldWays {
  readonly paths: readonly Path[];
  readonly ways: Evidence['ways'];
}

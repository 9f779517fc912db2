import { isErrorWay } from '../../flow/error-way.ts';
import type { Path } from '../../flow/paths.ts';
import type { Level } from '../../spec.ts';
import type { Case } from './case.ts';
import type { Context } from './context.ts';
import type { Verdict } from './verdict.ts';

/** The ways to speak of, and how bad they are: a leak behind a later error is a note, but only where there is no other. */
export interface GradedWays {
  readonly paths: readonly Path[];
  readonly level: Level | undefined;
}

/** Sets those ways apart that lead through an error: all of them, or none. */
export function gradedWays(paths: readonly Path[], { acquisition, context: { rule } }: Case): GradedWays {
  if (!rule.graded) return { paths, level: undefined };
  const plain = paths.filter((path) => !isErrorWay(path, acquisition.info));
  return plain.length > 0 ? { paths: plain, level: undefined } : { paths, level: 'note' };
}

/** What is dropped on the spot is dropped each time: an error. A program that is not a library ends, and its files with it: a note. */
export function graded(verdict: Verdict, { model }: Context): Verdict {
  if (model.name === 'main') return { ...verdict, level: 'note' };
  return verdict.fact.kind === 'no-handle' ? { ...verdict, level: 'error' } : verdict;
}

import { didYouMean } from '../../../config/read/complaint.ts';
import { quoted, UsageError } from './usage-error.ts';

/**
 * The one of the allowed words that is written behind a flag: `what` is `--color`. Throws a UsageError for any other.
 */
export function oneOf<T extends string>(what: string, written: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === written);
  if (found !== undefined) return found;
  const remedy = didYouMean(written, allowed);
  throw new UsageError(`${what} ${quoted(written)} is not known; ${remedy}${remedy.endsWith('?') ? '' : '.'}`);
}

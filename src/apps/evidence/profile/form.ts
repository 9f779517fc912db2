import { ProfileError } from './profile.ts';
import { isCounted } from './text/read-counted.ts';

/** What an input may be: a profile in its binary form, one as text, or whatever text that may hold a dump. */
export type Form = 'binary' | 'counted' | 'dump';

/** What is wrong with nothing at all. */
export const empty = 'is empty; give a profile, a dump, or a log with one';

/**
 * Tells the form of an input by its first bytes; `words` are the same bytes, one to a character. Throws a ProfileError
 * for files that people have at hand and that are none of these.
 */
export function formOf(start: Uint8Array, words: string): Form {
  if (isBinary(start)) return 'binary';
  const text = words.replace(/^\xef\xbb\xbf/, '');
  if (isCounted(text)) return 'counted';
  refuse(text);
  return 'dump';
}

/**
 * A profile begins with one of its fields, most often a short message of small numbers, which are no characters of a
 * text.
 */
function isBinary(start: Uint8Array): boolean {
  const [first = 0] = start;
  const isField = first >= 8 && first < 128 && (first % 8 === 0 || first % 8 === 2);
  return isField && start.subarray(0, 16).some((byte) => byte < 9);
}

/** Other files that people have at hand, with the way to the right one. */
function refuse(words: string): void {
  if (words.startsWith('\x28\xb5\x2f\xfd') || words.startsWith('PK\x03\x04') || words.startsWith('BZh'))
    throw new ProfileError('is packed in a form that is not read here; unpack it first');
  if (/^\s*<(?:!doctype|html)/i.test(words))
    throw new ProfileError(
      'is a page of HTML, no profile; take the address of the profile itself, such as /debug/pprof/goroutine',
    );
  if (words.startsWith('go 1.') && words.includes(' trace'))
    throw new ProfileError(
      'is a trace of execution, which does not tell what stays; take /debug/pprof/goroutine or /debug/pprof/heap',
    );
}

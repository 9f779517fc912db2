import type { Finding } from '../../findings/finding.ts';

/** More notes than this are only counted. */
const most = 20;

/**
 * Notes that are told in short: the first of them in one line each, as `line` makes it, and the number of the others.
 */
export function shortNoteLines(notes: readonly Finding[], line: (note: Finding) => string): string {
  const more = notes.length - most;
  const counted = more > 0 ? [`${more} more ${more === 1 ? 'note' : 'notes'}; --notes shows all in full`] : [];
  return [...notes.slice(0, most).map(line), ...counted].map((each) => `${each}\n`).join('');
}

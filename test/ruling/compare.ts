import type { LineText } from './line-text.ts';
import type { Found, Judged } from './verdict.ts';

/** What a run has to do with what was read before. */
export interface Comparison {
  /** Findings that were read, as they are reported now, on their line of now. */
  readonly known: readonly Judged[];
  /** Those of them whose line is another one than before. */
  readonly moved: readonly Judged[];
  /** Findings that nobody has read. */
  readonly unread: readonly Found[];
  /** Findings that were read and that this run does not report. */
  readonly silent: readonly Judged[];
  /** Those of them that were reported before, as they were. */
  readonly gone: readonly Judged[];
}

/**
 * Finds the judged finding of each found one: of the same rule in the same file on the same line, or with the same
 * fingerprint, or on a line with the same text. Each judged finding answers for one.
 */
export function compare(judged: readonly Judged[], found: readonly Found[], textOf: LineText): Comparison {
  const left = new Set(judged);
  const unread = new Set(found);
  const known: Judged[] = [];
  const moved: Judged[] = [];
  const sameText = (before: Judged, now: Found): boolean => {
    const text = textOf(before.module, before.file, before.line);
    return text !== undefined && text === textOf(now.module, now.file, now.line);
  };
  const ways: readonly ((before: Judged, now: Found) => boolean)[] = [
    (before, now) => before.line === now.line,
    (before, now) => before.fingerprint === now.fingerprint,
    sameText,
  ];
  for (const isSame of ways) {
    for (const now of unread) {
      const before = [...left].find((each) => isSamePlace(each, now) && isSame(each, now));
      if (before === undefined) continue;
      left.delete(before);
      unread.delete(now);
      const after = { ...before, ...now };
      known.push(after);
      if (before.line !== now.line) moved.push(after);
    }
  }
  return {
    known,
    moved,
    unread: [...unread],
    silent: [...left].map((each) => ({ ...each, stands: 'silent' })),
    gone: [...left].filter(({ stands }) => stands !== 'silent'),
  };
}

function isSamePlace(before: Judged, now: Found): boolean {
  return before.module === now.module && before.file === now.file && before.rule === now.rule;
}

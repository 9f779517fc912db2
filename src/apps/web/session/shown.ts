import type { Level } from '../../../spec.ts';

/** What the page shows of an analysis: plain data, all words made. */
export interface Shown {
  readonly findings: readonly ShownFinding[];
  /** What else there is to say: a sentence each. */
  readonly notices: readonly string[];
}

/** A place in a file. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

/** A numbered place on the way of a leak, and what is said about it. */
export interface ShownStep extends Place {
  readonly order: number;
  readonly text: string;
}

/** One finding. */
export interface ShownFinding extends Place {
  /** Equal for the same finding in the next analysis, as long as its line is. */
  readonly key: string;
  readonly rule: string;
  readonly level: Level;
  readonly message: string;
  /** How to mend it, in words. */
  readonly advice: string;
  readonly way: readonly ShownStep[];
  readonly fix: ShownFix | undefined;
}

/** A change that mends a finding for certain. */
export interface ShownFix {
  /** What it does. */
  readonly words: string;
  /** In order and apart; offsets into the text that was analysed, in UTF-16 code units. */
  readonly edits: readonly { readonly pos: number; readonly end: number; readonly text: string }[];
  readonly diff: readonly DiffLine[];
}

/** A line of a diff, without its sign. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'place';
  readonly text: string;
}

/** What a profile shows of a project. */
export interface ShownEvidence {
  /** What was read, in one sentence. */
  readonly summary: string;
  /** The findings that it shows, by their keys, the most important first, and what is said of each. */
  readonly seen: readonly { readonly key: string; readonly lines: readonly string[] }[];
  readonly sections: readonly {
    readonly title: string;
    readonly entries: readonly { readonly head: string; readonly lines: readonly string[] }[];
  }[];
  readonly notices: readonly string[];
}

import type { Confidence, Level } from '../spec.ts';
import type { Evidence } from './evidence.ts';
import type { Fact } from './fact.ts';

/**
 * A place in a file. Lines and columns count from 1, columns in UTF-16 code units; the end is exclusive. Always on one
 * line.
 */
export interface Location {
  /** As in SourceText: what the user would type. */
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
  /** The whole text of that line. */
  readonly source: string;
}

/** One step on the way to the leak. */
export interface Step {
  readonly kind:
    | 'acquired' | 'deferred' | 'taken' | 'overwritten' | 'exit' | 'loop' | 'reads' | 'made' | 'started' | 'called' | 'waits'
    | 'clause' | 'sends' | 'registered' | 'closed' | 'receives' | 'kept' | 'asked' | 'callback' | 'locks' | 'declared' | 'inserted'
    | 'finalizer' | 'given';
  readonly location: Location;
  /**
   * Of a function that the finding rests on its last line: a change of any of its lines may have brought the finding
   * about.
   */
  readonly lastLine?: number;
  /**
   * Of a branch the condition as it holds on the way, on one line, where the source at its place does not show it so.
   */
  readonly text?: string;
}

/** A change of one stretch of the file that a finding is in. Lines and columns count as in Location. */
export interface Edit {
  /** Offsets into the text as it was read, in UTF-16 code units; equal for an insertion. */
  readonly pos: number;
  readonly end: number;
  /** What is to stand there. */
  readonly text: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What a fix does. `findings/message.ts` has the words for each kind. */
export type FixKind =
  /** Defers `call`: `t.Stop()`. */
  | { readonly kind: 'defer'; readonly call: string }
  /** Takes a defer of `call` out where it is, and puts it behind the acquisition. */
  | { readonly kind: 'move-defer'; readonly call: string }
  /** Calls `call` in front of `before`, or defers it behind it, which comes to the same. */
  | { readonly kind: 'call-before'; readonly call: string; readonly before: string }
  /** Makes a channel with a buffer; the capacity is a Go expression: `1`, `len(jobs)`. */
  | { readonly kind: 'buffer'; readonly channel: string; readonly capacity: string }
  /** Hands on a function instead of its result. */
  | { readonly kind: 'hand-function'; readonly func: string }
  /** Leaves the function where a `break` only left a select. */
  | { readonly kind: 'return' };

/**
 * How the source can be changed so that the finding is gone: only where that is certain to be right. The edits are in
 * order and apart.
 */
export type Fix = FixKind & { readonly edits: readonly Edit[] };

/** One finding. A plain value; equal inputs give equal findings. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly confidence: Confidence;
  /** What level and confidence rest on. */
  readonly evidence: Evidence;
  /** The acquisition: where the finding is shown. */
  readonly location: Location;
  readonly fact: Fact;
  /** Whether this Go version collects the resource once it is unreachable; the level is then `note`. */
  readonly collected: boolean;
  /** The way from the acquisition to the leak, both included; empty where there is none to show. */
  readonly steps: readonly Step[];
  /** The change that mends it; absent where none is certain to be right. */
  readonly fix?: Fix;
  /** `hash:n` by CodeQL's primaryLocationLineHash algorithm. */
  readonly fingerprint: string;
}

/** A finding as an engine makes it, before it is graded and has its fingerprint. */
export type Draft = Omit<Finding, 'fingerprint' | 'level' | 'confidence' | 'collected'>;

/** A declaration that could not be read. */
export interface UnreadPlace {
  /** From 1. */
  readonly line: number;
  /** In a few words. */
  readonly why: string;
}

/** What could not be read in one file: nothing is said about it. */
export interface Unread {
  readonly path: string;
  /** How many declarations with a syntax error, and stretches of text that are no declaration. */
  readonly declarations: number;
  /** Where such declarations begin, in order; a stretch of text that is none has no place. */
  readonly places: readonly UnreadPlace[];
}

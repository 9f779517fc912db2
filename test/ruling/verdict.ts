import type { Level } from '../../src/spec.ts';

/** What a reader said: a maintainer would mend it today; true, but it does no harm there; it does not leak as said. */
export const verdicts = ['worth a fix', 'harmless', 'wrong'] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * Where a finding stands: a warning or error of the default set, a note of the default set, only with --strict, or
 * nowhere any more.
 */
export const stands = ['default', 'note', 'strict', 'silent'] as const;
export type Stands = (typeof stands)[number];

/** How a finding is reported. */
export interface Standing {
  readonly level: Level;
  readonly stands: Stands;
}

/** A finding of one run. */
export interface Found extends Standing {
  /** As in modules.json. */
  readonly module: string;
  /** Relative to the root of the module, with slashes. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly rule: string;
  /** Of the text from that line on, as reports have it. */
  readonly fingerprint: string;
}

/** A finding that was read at its source: a line of verdicts.jsonl. */
export interface Judged extends Found {
  /** How it was reported in the first ruling; absent where it came later. */
  readonly first?: Standing;
  readonly verdict: Verdict;
  /** The fact that decides, in a few words. */
  readonly reason: string;
  /** What another reader said, who did not see the first verdict; null where nobody has read it again. */
  readonly second: Verdict | null;
  /** The reason of the second reader, where it is another one. */
  readonly secondReason?: string;
}

/** A module to run on: a line of modules.json. */
export interface Module {
  /** Its path; `std` for the source of Go itself. */
  readonly module: string;
  /** For `std` as `go env GOVERSION` prints it. */
  readonly version: string;
  readonly kind: 'application' | 'library' | 'go';
  /** What go.sum would say of it; absent for `std`. */
  readonly sum?: string;
  /** How many of the applications require it directly. */
  readonly requiredBy?: number;
}

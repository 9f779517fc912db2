/**
 * How often what is lost is made in one process; `few`: in a loop of a few passes; `unknown` counts as again and again,
 * but not as certain.
 */
export type Often = 'once' | 'start-up' | 'few' | 'per-owner' | 'per-request' | 'per-pass' | 'test-only' | 'unknown';

/** What bounds a leak, or ends it all the same. */
export type Relief =
  /** It ends by itself at a deadline that is near. */
  | 'deadline'
  /** It has been read to its end, and nothing of it stays. */
  | 'drained'
  /** This Go version collects it once it is unreachable. */
  | 'collected'
  /** The program does one thing and ends, and takes it along. */
  | 'program-ends'
  /** The system gives up in the end, after minutes. */
  | 'system-timeout'
  /** It fires before many can pile up, or the loop makes few. */
  | 'soon-over'
  /** It is released, but at the wrong time. */
  | 'released'
  /** There are only so many keys, by what they are called. */
  | 'few-keys'
  /** Who has its owner, or imports the package, may release it. */
  | 'others-may'
  /** What it waits for ends when its context does. */
  | 'parent'
  /** Only a peer that is gone without a word makes it matter. */
  | 'rare-peer';

/** What is believed though the code does not show it; `trust` in grade.ts says how far. */
export type Belief =
  // What is acquired, and who has it.
  | 'lookalike'
  | 'sure-lookalike'
  | 'declared-type'
  | 'told-by-use'
  | 'helper-hands-out'
  | 'shown-to-others'
  | 'callee-name'
  | 'unsure-callee-name'
  | 'literal-stays'
  | 'nobody-else-releases'
  | 'one-of-many'
  | 'lasting'
  | 'pending'
  | 'field-not-called'
  | 'spawner-returns'
  // Who sends, receives and closes, and what is meant to stay.
  | 'meant-to-end'
  | 'handed-on'
  | 'callers-seen'
  | 'by-parameter'
  | 'more-comes'
  | 'nobody-else-sends'
  | 'context-lasts'
  | 'error-comes'
  // How keys come, and what calls do.
  | 'keys-come-and-go'
  | 'keys-are-told'
  | 'acquired-in-pass'
  | 'callback-is-done'
  | 'runs-again'
  | 'own-key'
  | 'deadline-elsewhere'
  | 'library-name'
  | 'used-to-dial';

/** Whether it is worth looking for what rests on a belief. */
export type Seeks = (belief: Belief) => boolean;

/** What an engine knows of one finding. What it means for level and confidence, grade.ts alone says. */
export interface Evidence {
  readonly often: Often;
  /** On which ways it is lost: `all` there are, `some`, or only those behind an `error`. */
  readonly ways: 'all' | 'some' | 'error';
  readonly relief: Relief | undefined;
  readonly beliefs: readonly Belief[];
  /** Set where one run of its function loses no more than one, however often a loop in it comes round. */
  readonly perRun?: true;
}

/** Something is lost on some way, nothing bounds it, and nothing is believed: what engines start from. */
export const plainEvidence: Evidence = Object.freeze({
  often: 'unknown',
  ways: 'some',
  relief: undefined,
  beliefs: [],
});

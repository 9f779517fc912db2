import type { Evidence } from './evidence.ts';
import type { Site } from './fact.ts';

/**
 * Why nothing is said of what a rule looked at, or what it saw of it. `findings/prose/account-prose.ts` has the words.
 */
export type Ground =
  /** A use of the variable `name`, by what it means for the duty to release. */
  | { readonly kind: 'use'; readonly name: string; readonly use: Use; readonly text: string; readonly at: Site }
  /** It is given to the caller, whose call is judged in its place. */
  | { readonly kind: 'returned' }
  /** It is kept where all code may release it: in a field, or somewhere out of sight. */
  | { readonly kind: 'kept'; readonly field: string | undefined }
  /** The file helps tests. */
  | { readonly kind: 'helps-tests' }
  /** It is registered under a name, and the package takes names out of registries. */
  | { readonly kind: 'released-by-name' }
  /** What it was derived from never ends by itself, so nothing keeps it. */
  | { readonly kind: 'kept-by-nobody' }
  /** Its context ends with a request, or nobody knows with what. */
  | { readonly kind: 'ends-with-parent' }
  /** No way leads there. */
  | { readonly kind: 'dead' }
  /** This Go version collects it, and there is nothing to do better. */
  | { readonly kind: 'collected' }
  /** What the package does with a channel, and whether others may use it. */
  | { readonly kind: 'channel'; readonly does: ChannelDeed; readonly at: Site }
  | { readonly kind: 'channel-open' }
  /** Something goes into a container, or comes out of it. */
  | { readonly kind: 'entry'; readonly does: 'in' | 'out' | 'finalizer'; readonly at: Site }
  /** Of a container: it does not live as long as the process, as far as is seen. */
  | { readonly kind: 'short-lived' };

/** What a use does to the duty to release. */
export type Use = 'release' | 'deferred-release' | 'use' | 'started' | 'overwrite' | 'alias' | 'carried' | 'escape';

/** What is done with a channel. */
export type ChannelDeed = 'made' | 'sent' | 'received' | 'closed' | 'escaped' | 'stored' | 'taken';

/** What one rule looked at on a line: what came of it, and what that rests on. */
export interface Account {
  readonly rule: string;
  /** What was looked at, as the source has it: `time.NewTicker`, `s.jobs`. */
  readonly about: string;
  /** Where: the file as it is shown, and the line from 1. */
  readonly path: string;
  readonly line: number;
  /** Undefined where nothing is found. */
  readonly found: Found | undefined;
  readonly grounds: readonly Ground[];
}

/** A finding, by what decides on its level. */
export interface Found {
  readonly message: string;
  readonly level: string;
  readonly confidence: string;
  readonly suppressed: boolean;
  readonly evidence: Evidence;
}

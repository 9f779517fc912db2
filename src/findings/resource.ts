/** What a duty is about, in the words of its rule. */
export interface Resource {
  /** `ticker` */
  readonly noun: string;
  /** The variable that holds it, where there is one: `t`. */
  readonly holder: string | undefined;
  /** Who gave it: `time.NewTicker`. */
  readonly call: string;
  /** The method that releases it: `Stop`. */
  readonly release: string;
  /** `stopped` */
  readonly released: string;
  /** The field that is released in its place: `Body`. */
  readonly part?: string;
  /** Set where it comes with an error that is to be looked at first. */
  readonly withError?: true;
  /** What a function that releases is to be given: `nil`. */
  readonly argument?: string;
  /** What is held where that has no methods: a function that releases when it is called, or only a channel. */
  readonly held?: 'function' | 'channel' | undefined;
  /** What stays where it is not released, as a clause. */
  readonly effect?: string | undefined;
}

/** Where the release belongs, so that it is right for the code at hand. */
export type Remedy =
  /** A defer behind the acquisition. */
  | { readonly kind: 'defer' }
  /** The defer is there, at `line`, but too late. */
  | { readonly kind: 'move-defer'; readonly line: number }
  /** A defer in the goroutine that is started at `line`, which alone has it. */
  | { readonly kind: 'in-goroutine'; readonly line: number }
  /** Others are given it, so that only these ways out are left; a defer would take it away from them. */
  | { readonly kind: 'ways-out'; readonly ways: readonly WayOut[] }
  /** What is deferred at `line` leaves it out on these ways. */
  | { readonly kind: 'beside-defer'; readonly line: number; readonly ways: readonly WayOut[] }
  /** It is acquired in a loop, where a defer waits for all passes. */
  | { readonly kind: 'in-pass'; readonly ways: readonly WayOut[] }
  /** The variable is given what the call at `line` makes of it, or nil where that fails. */
  | { readonly kind: 'own-name'; readonly line: number }
  /** What it belongs to is still there when the function has returned: whoever ends that releases it. */
  | { readonly kind: 'with-owner' };

/**
 * Where a variable is left behind; `block`: at the end of the block that declares it; `uses`: by a return that uses it;
 * `shared`: other ways that come by there have released it, or handed it on.
 */
export interface WayOut {
  readonly by: 'return' | 'end' | 'break' | 'continue' | 'goto' | 'block';
  readonly line: number;
  readonly uses: boolean;
  readonly shared: boolean;
}

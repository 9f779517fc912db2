/** A call on a cache that skips the callback for leaving values. */
export interface CacheCall {
  /** As written: `s.cache.Set`. */
  readonly call: string;
  readonly key: string;
  /** Where the callback is set, in the words `at line 7` can be said of, and the file where it is another one. */
  readonly line: number;
  readonly elsewhere: string | undefined;
  /** What the callback calls on the value: `Stop`; undefined where it hands the value on. */
  readonly ends: string | undefined;
  /** The call that runs the callback: `s.cache.Delete`. */
  readonly remove: string;
  /** Whether expired entries stay, unseen by reads, until they are swept. */
  readonly hidesExpired: boolean;
  /** Whether the key was found missing, but under a lock that was released since. */
  readonly raced: boolean;
  /**
   * The time to live and the sweep interval as written, where the first is shorter: most overwrites then hit an expired
   * entry.
   */
  readonly sooner: { readonly ttl: string; readonly sweep: string } | undefined;
}

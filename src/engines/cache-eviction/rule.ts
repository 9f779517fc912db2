import type { RuleMeta } from '../../spec.ts';
import type { Need } from '../need.ts';

/** Caches that call back when an entry leaves, and the calls that drop an entry without that. */
export interface EvictionGap extends RuleMeta {
  readonly engine: 'cache-eviction';
  readonly caches: readonly CacheLibrary[];
  /** Methods that end the life of a value; the beginnings, in lower case, of functions that do. */
  readonly releases: readonly string[];
}

/** One cache library as an EvictionGap sees it. Names of functions and types are without the path. */
export interface CacheLibrary {
  /** Import paths; `...` at the beginning stands for any beginning. */
  readonly paths: readonly string[];
  /** The types that are such a cache. */
  readonly types: readonly string[];
  /** What makes one, and the place of the callback among the arguments; -1 where it is not there. */
  readonly constructors: Readonly<Record<string, number>>;
  /** The method or field that sets the callback; empty where only constructors do. */
  readonly setter: string;
  /** Which parameter of the callback is the value. */
  readonly value: number;
  /**
   * Methods with the key as first argument that replace an old value without the callback, and the place of the new
   * one.
   */
  readonly overwrites: Readonly<Record<string, number>>;
  /** Methods that drop everything without the callback. */
  readonly drops: readonly string[];
  /** The method that runs the callback for one key. */
  readonly remove: string;
  /** Methods that ask for a key. */
  readonly reads: readonly string[];
  /** Whether expired entries stay, unseen by reads, until they are swept: then asking first does not help. */
  readonly hidesExpired: boolean;
  /**
   * The place of the sweep interval among the constructor's arguments, behind the time to live; the method that sweeps
   * by hand.
   */
  readonly sweep?: { readonly interval: number; readonly method: string };
}

/** What a package must hold for a cache of the rule to be in it. */
export function needsOfEviction({ caches }: EvictionGap): Need {
  return [{ anywhere: [{ kind: 'import', anyOf: caches.flatMap((cache) => cache.paths) }] }];
}

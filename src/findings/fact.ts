import type { ExitKind } from '../flow/cfg.ts';
import type { Remedy, Resource } from './resource.ts';
import type { CacheCall } from './cache-call.ts';

/** A place that a message names. */
export interface Site {
  /** The file's name, where it is not the file of the finding. */
  readonly file: string | undefined;
  readonly line: number;
}

/**
 * Who could have closed a channel and does not: `time` and `signal` never do; for others all uses in the `function` or
 * the `package` were seen.
 */
export type Closer = 'time' | 'signal' | 'function' | 'package';

/** What was found: facts, no prose. `findings/message.ts` has the words for each kind. */
export type Fact =
  /** A way out of the function passes no release. */
  | {
      readonly kind: 'missed-exit';
      readonly resource: Resource;
      readonly exit: ExitKind;
      readonly line: number;
      readonly remedy: Remedy;
    }
  /**
   * Nobody holds the resource itself (only its channel, or nothing), so nobody can release it, and the function ends.
   */
  | {
      readonly kind: 'no-handle';
      readonly resource: Resource;
      readonly exit: ExitKind;
      readonly line: number;
      readonly remedy: Remedy;
    }
  /**
   * Acquired again in each pass of a loop, the one of the pass before still unreleased; `oneWillDo`: nothing about it
   * is of the pass.
   */
  | {
      readonly kind: 'each-pass';
      readonly resource: Resource;
      readonly line: number;
      readonly oneWillDo: boolean;
      readonly derived: boolean;
    }
  /**
   * The variable is given another resource at `line` while it holds an unreleased one. `derived`: the new one is made
   * from what came with the old one, and ends with it; `covered`: something releases the last one.
   */
  | {
      readonly kind: 'overwritten';
      readonly resource: Resource;
      readonly line: number;
      readonly derived: boolean;
      readonly covered: boolean;
    }
  /** The defer at `line` took the value before this one was assigned; `derived` as above. */
  | { readonly kind: 'stale-defer'; readonly resource: Resource; readonly line: number; readonly derived: boolean }
  /** Kept in a field which nothing in the package releases. */
  | { readonly kind: 'field-never-released'; readonly resource: Resource; readonly field: string; readonly type: string }
  /** Kept in a field of an owner that is dropped at the return at `line`. */
  | { readonly kind: 'owner-dropped'; readonly resource: Resource; readonly field: string; readonly owner: string; readonly line: number }
  /**
   * A goroutine ranges over a channel that nothing closes; it would leave by the field `flag`, but receives nothing
   * more once that is set. `stopped`: where the owner stops the ticker.
   */
  | {
      readonly kind: 'unending-range';
      readonly channel: string;
      readonly closer: Closer;
      readonly flag: string | undefined;
      readonly started: Site;
      readonly stopped: Site | undefined;
    }
  /**
   * A goroutine runs a loop that waits for `waits` in each pass and has no way out. `stopped`: where the owner stops
   * the ticker. `reads`: it is a call that reads from outside and ends with an error when that is closed. `exits`: the
   * end of the whole process is its only way out.
   */
  | {
      readonly kind: 'endless-loop';
      readonly waits: string;
      readonly started: Site;
      readonly stopped: Site | undefined;
      readonly reads: boolean;
      readonly exits: boolean;
    }
  /**
   * A loop is left only where it looks at `look`, at `line`, between two calls of `waits`, from which nobody wakes it.
   */
  | { readonly kind: 'looks-between'; readonly waits: string; readonly look: string; readonly line: number }
  /**
   * The clause of a select that receives the word to stop does not leave the loop: by a `break` at `line`, or because
   * nothing in it does.
   */
  | { readonly kind: 'ignored-done'; readonly clause: string; readonly by: 'break' | 'nothing'; readonly line: number }
  /**
   * Released by a defer of the function that starts the goroutine which uses it, and that function returns at once, at
   * `line`.
   */
  | { readonly kind: 'released-early'; readonly resource: Resource; readonly line: number; readonly started: number }
  /**
   * A goroutine sends on a local channel that nobody receives from (any more, after `receives` of them) once the owner
   * has left by `leaves`. `many`: more than one goroutine sends; `again`: one does so again and again; `values`: how
   * many one of them sends at most, undefined where that does not show.
   */
  | {
      readonly kind: 'blocked-send';
      readonly channel: string;
      readonly capacity: number;
      readonly made: number;
      readonly started: number;
      readonly receives: number;
      readonly many: boolean;
      readonly again: boolean;
      readonly values: number | undefined;
      readonly leaves:
        | { readonly by: 'clause'; readonly clause: string; readonly line: number }
        | { readonly by: 'return' | 'end'; readonly line: number };
    }
  /**
   * A goroutine `started` at a line comes to a send after others of its own: it may send `values` one after the other,
   * and at most `receives` are received; `each`: a loop starts many such goroutines, and receives for each.
   */
  | {
      readonly kind: 'surplus-send';
      readonly channel: string;
      readonly capacity: number;
      readonly started: number;
      readonly values: number;
      readonly receives: number;
      readonly each: boolean;
    }
  /**
   * An answer on `channel`, the unbuffered `field` of a request, whose caller may have given up by `clause`, and
   * received nothing then.
   */
  | {
      readonly kind: 'unheard-reply';
      readonly channel: string;
      readonly field: string;
      readonly made: Site;
      readonly clause: string;
      readonly left: Site;
    }
  /** A goroutine sends on a channel of which the only reader may have left by an exit of its own. */
  | {
    readonly kind: 'unread-send';
    readonly channel: string;
    readonly started: Site;
    readonly left: Site;
    /** Set where the caller at `left` has dropped the channel. */
    readonly dropped?: true;
  }
  /** A send on an unbuffered channel that nobody else knows yet. */
  | { readonly kind: 'send-before-receiver'; readonly channel: string; readonly made: number }
  /** A receive from a channel that nothing in the `function` or the `package` sends on or closes. */
  | { readonly kind: 'blocked-receive'; readonly channel: string; readonly where: 'function' | 'package'; readonly made: Site | undefined }
  /** A receive from a channel that the goroutine `started` at a line leaves alone where it returns, at `line`. */
  | { readonly kind: 'unfed-return'; readonly channel: string; readonly started: number; readonly line: number }
  /**
   * A goroutine `started` at a line waits only for the end of a context, `waits`, to end what the function around it
   * ends itself, by `end`, and returns at `line`; `end` is undefined where it is there for that function alone, or
   * waits for the end of the connection of a request.
   */
  | {
      readonly kind: 'context-wait';
      readonly waits: string;
      readonly started: number;
      readonly end: { readonly call: string; readonly line: number } | undefined;
      readonly line: number;
      /** What it stays for. */
      readonly until: 'context' | 'channel' | 'connection';
    }
  /** A channel is closed while signal.Notify may still send on it; `stopped`: signal.Stop is called, but too late. */
  | { readonly kind: 'registered-channel-closed'; readonly channel: string; readonly registered: Site; readonly stopped: boolean }
  /**
   * The function that registered a local channel leaves at `line` for another reason than a signal, and nothing calls
   * signal.Stop.
   */
  | { readonly kind: 'signal-left-registered'; readonly channel: string; readonly line: number }
  /** Kept in a container, and nothing in the package releases what is in it. */
  | { readonly kind: 'container-never-released'; readonly resource: Resource; readonly container: string }
  /** Made before `lookup` can find that it is not needed: each call but the first makes one that nobody holds. */
  | { readonly kind: 'eager-argument'; readonly resource: Resource; readonly lookup: string }
  /**
   * Registered under a name made of `part`, and nothing in the package takes such a name out; `more` others in the same
   * function are like it.
   */
  | { readonly kind: 'name-never-unregistered'; readonly resource: Resource; readonly part: string; readonly more: number }
  /** Registered in a registry that is made once for each of many, by a type whose method `end` does not take it out. */
  | {
      readonly kind: 'registry-of-instance';
      readonly resource: Resource;
      readonly registry: string;
      readonly type: string;
      readonly end: string;
      readonly more: number;
    }
  /** `call` can drop a value without the callback set at `line`, which calls `ends` on it. */
  | { readonly kind: 'eviction-skipped'; readonly cache: CacheCall; readonly drops: 'one' | 'all' }
  /** A cache whose sweeper is stopped by the finalizer of the value it was copied from. */
  | { readonly kind: 'cache-copied'; readonly call: string }
  /** A cache with a callback that expired entries never see, because nothing sweeps them. */
  | { readonly kind: 'never-swept'; readonly call: string; readonly sweeper: string }
  /** A handshake on a connection that has no deadline; `loop` is the line of the accept loop that it holds up. */
  | { readonly kind: 'handshake-unbounded'; readonly call: string; readonly connection: string; readonly loop: number | undefined }
  /**
   * A call that dials without a timeout: its configuration lacks `field`; or has it, but it bounds the connect only
   * (`connectOnly`).
   */
  | { readonly kind: 'dial-unbounded'; readonly call: string; readonly field: string | undefined; readonly connectOnly: boolean }
  /** A literal that dials without a timeout, because it lacks all of `fields`. */
  | { readonly kind: 'literal-unbounded'; readonly type: string; readonly field: string }
  /**
   * A value of `type` is made for one call, and dropped with the connections that it keeps; `holder` is its variable,
   * where it has one.
   */
  | { readonly kind: 'transport-dropped'; readonly type: string; readonly holder: string | undefined; readonly release: string }
  /** Keep-alive is switched off in a function that sets no deadline: a peer that is gone is never noticed. */
  | { readonly kind: 'keep-alive-off'; readonly by: string }
  /**
   * A loop makes the next one while this one, which ends by itself after `duration`, is pending: by way of `clause` of
   * the select. `bounded`: the loop is bounded.
   */
  | {
      readonly kind: 'pending-each-pass';
      readonly resource: Resource;
      readonly duration: string | undefined;
      readonly line: number;
      readonly clause: { readonly text: string; readonly line: number } | undefined;
      readonly bounded: boolean;
    }
  /**
   * A loop comes round to a deferred `call` again: an `endless` one, one over a channel, which goes on `until-closed`,
   * or one that `ends` when its work is done.
   */
  | {
      readonly kind: 'deferred-in-loop';
      readonly call: string;
      readonly line: number;
      readonly loop: 'endless' | 'until-closed' | 'ends';
    }
  /** The unlocking of `lock` is deferred, and the next pass of the loop locks it again. */
  | { readonly kind: 'unlock-deferred-in-loop'; readonly call: string; readonly lock: string; readonly line: number }
  /**
   * A container that lives as long as the process: `by` puts something in under `key` (undefined for a slice), and
   * nothing in the package takes anything out.
   */
  | {
      readonly kind: 'only-grows';
      /** `map "cache"`, `slice "log"` are its words. */
      readonly container: { readonly noun: 'map' | 'slice'; readonly name: string };
      readonly by: string;
      readonly manner: 'stores' | 'appends' | 'counts';
      readonly key: string | undefined;
      /** How many other functions put something in. */
      readonly more: number;
      /**
       * Whether what was made to take entries out never runs: the finalizer of a value that the container keeps
       * reachable.
       */
      readonly finalizer: number | undefined;
      /** Whether other packages can reach it. */
      readonly exported: boolean;
    }
  /** Made for LoadOrStore on `container`, whether the key is there or not: then what it has started is lost. */
  | { readonly kind: 'lost-value'; readonly container: string; readonly value: string; readonly key: string }
  /** A suppression that matches no finding. */
  | {
      readonly kind: 'unused-suppression';
      readonly directive: string;
      /** The name that was most likely meant, where one in it is of no rule; undefined where all are right. */
      readonly meant?: string;
    };

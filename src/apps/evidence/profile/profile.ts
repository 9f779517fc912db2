/** One frame of a stack, as the program's debug information names it; inlined calls are frames of their own. */
export interface Frame {
  /** The symbol without type arguments: `example.org/app/store.(*Pool).Run.func1`. */
  readonly func: string;
  /** The path of the source as the build recorded it; empty where the profile has none. */
  readonly file: string;
  /** From 1; 0 where the profile has none. */
  readonly line: number;
  /** The line on which the function begins; undefined where the form of the profile does not say. */
  readonly start: number | undefined;
}

/**
 * What a goroutine waits for. `receive-or-range`: a receive with two results, which a range over a channel is, too.
 * `nothing`: a select without cases or a nil channel, which nothing ends. `runtime`: a goroutine of the runtime itself.
 * `unknown`: the form of the profile does not say.
 */
export type Wait =
  | 'send' | 'receive' | 'receive-or-range' | 'select' | 'nothing' | 'sleep' | 'io' | 'lock' | 'wait-group' | 'condition' | 'semaphore'
  | 'syscall' | 'running' | 'runtime' | 'unknown';

/** All goroutines, or all objects, that share a stack. */
export interface Stack {
  /** Innermost first, without the frames of the runtime at its innermost end. */
  readonly frames: readonly Frame[];
  readonly wait: Wait;
  /** How many goroutines, or objects in use; in a delta profile how many more, which may be negative. */
  readonly count: number;
  /** Bytes in use; 0 for goroutines. */
  readonly bytes: number;
  /** How many of the goroutines the runtime itself calls leaked. */
  readonly leaked: number;
  /** The longest wait in minutes; undefined where the profile does not say. */
  readonly minutes: number | undefined;
  /** The `go` statement that started the goroutines; undefined where the profile does not say. */
  readonly created: Frame | undefined;
}

/** What a profile counts. */
export type ProfileKind = 'goroutine' | 'goroutineleak' | 'heap';

/** One profile, read and summed up. */
export interface Profile {
  /** As the user named it; `-` for standard input. */
  readonly name: string;
  readonly kind: ProfileKind;
  readonly stacks: readonly Stack[];
  /** Whether it holds what has changed within some time (`?seconds=30`), not what there is. */
  readonly delta: boolean;
  /** When it was taken, in milliseconds since 1970; undefined where it does not say. */
  readonly time: number | undefined;
  /** Tells builds of a program apart; undefined where it does not say. */
  readonly build: string | undefined;
  /** Whether it is of a test, or of what a test has left: then one goroutine alone matters. */
  readonly picked: boolean;
  /** What the user should know about it: whole sentences without a full stop. */
  readonly notices: readonly string[];
}

/** Why an input is no profile that can be used: the words behind the name of the input, with the remedy. */
export class ProfileError extends Error {}

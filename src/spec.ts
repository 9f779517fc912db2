/**
 * The vocabulary of rules: types only. A rule is data in this vocabulary; an engine gives it meaning; `analyze`
 * brings the two together. Names of Go functions and methods are written as Go prints them:
 * `time.NewTicker`, `(*time.Ticker).Stop`.
 */

/** How bad a finding is. `error`: certain and grows while running; `warning`: a leak; `note`: true, but harmless or bounded. */
export type Level = 'error' | 'warning' | 'note';

/** How sure the tool is. Only `high` is in the default set; `--strict` adds `medium`. */
export type Confidence = 'high' | 'medium';

/** GitHub's words for how many findings of a rule are right: from 95, 85 and 70 of 100 on, and fewer. */
export type Precision = 'very-high' | 'high' | 'medium' | 'low';

/** What every rule says about itself. Its prose is in `rule.md` beside it. */
export interface RuleMeta {
  /** Kebab-case, equal to the name of the rule's folder. */
  readonly id: string;
  /** One line: what the rule finds. */
  readonly summary: string;
  /** At most 10; for SARIF and `golint-leaks rules`. */
  readonly tags: readonly string[];
  /** The weaknesses that it finds, by their numbers at https://cwe.mitre.org. */
  readonly cwe?: readonly number[];
  /** How many of its findings were right where they were read, in GitHub's words; `medium` where fewer than ten were. */
  readonly precision?: Precision;
  /** Linters and checks of others that find the same, in lower case: a directive that silences one of them silences this rule. */
  readonly peers?: readonly string[];
}

/** The duty to release what was acquired, on every way out of the function. */
export interface Obligation extends RuleMeta {
  readonly engine: 'obligation';
  /** What is acquired, as a noun with a lower-case letter: `ticker`. */
  readonly noun: string;
  /** What happens to it in the end, as a participle: `stopped`. */
  readonly released: string;
  /** Functions that give the resource: `time.NewTicker`. */
  readonly acquire: readonly string[];
  /** The type they give, as Go prints it: `*time.Ticker`; several where there are several. */
  readonly type: string | readonly string[];
  /**
   * Names of methods that, called on a value of unknown type, give a look-alike with the same duty (clock interfaces):
   * reported with medium confidence.
   */
  readonly lookalikes: readonly string[];
  /** Methods that release it: `Stop`. */
  readonly release: readonly string[];
  /** Methods and fields that only use it: `Reset`, `C`. Any other selector counts as an escape. */
  readonly uses: readonly string[];
  /** The Go version from which the runtime collects the resource when it is unreachable, so that the finding is only a note: `1.23`. */
  readonly collectedSince?: string;
  /**
   * Functions of `acquire` whose resource `--fix` may release by a defer: they never give nil without an error, a second
   * release does no harm, and one at the end of the function that alone uses the resource is always right.
   */
  readonly deferrable?: readonly string[];
  /**
   * Set where the library itself keeps what nobody releases: then it leaks from fields and containers too, used or not,
   * exported or not.
   */
  readonly keptByLibrary?: true;
  /** The registries that hold it by name, where the library has them. */
  readonly registry?: Registry;
  /** Where the resource is not the first result: `os.Pipe` gives two, counted from 0. */
  readonly results?: Readonly<Record<string, readonly number[]>>;
  /** Set where every method but those that release it or hand it on only uses it. */
  readonly anyUse?: true;
  /** With `anyUse`: methods that let go of more than they show, as `Fd` does. */
  readonly handsOn?: readonly string[];
  /** Functions that are known to give something else: they give no look-alikes. */
  readonly others?: readonly string[];
  /** The field of the value that is to be released in its place: `Body`. Other fields and methods of the value then say nothing. */
  readonly part?: string;
  /**
   * Functions of other packages that only read or write what they are given, `path.*` for all of one, `*.New*Client` for all
   * of such a name. A wrapper that one of them returns (it is called New…, …Reader or …Writer) owns nothing. All other
   * functions take the resource along.
   */
  readonly borrowers?: readonly string[];
  /**
   * Functions of other packages whose result is as good as what they are given as the argument at this place: who releases it
   * releases that, `tls.Client(conn, config)`.
   */
  readonly takenOver?: Readonly<Record<string, number>>;
  /**
   * How the names of functions begin that read, write or send what they are given, whatever their package: `Parse`. One
   * that is not known otherwise is believed to leave the resource to its caller, and so sure is the finding then.
   */
  readonly lenders?: { readonly verbs: readonly string[]; readonly confidence: Confidence };
  /** Set where an interface method or function value with a result of that type, and an error, gives the resource too. */
  readonly byType?: true;
  /** With `byType`: what is called with a value of one of these types gives something that ends with that value. */
  readonly carriedBy?: readonly string[];
  /** Set where none of `acquire` takes a context: what is called with one is something else, or a look-alike. */
  readonly takesNoContext?: true;
  /** Set where the names of look-alikes say enough: whatever `Dial` gives is a connection. */
  readonly byName?: true;
  /** The look-alikes that leave no doubt when they have this many arguments: `DialContext(ctx, network, address)`. */
  readonly sure?: Readonly<Record<string, number>>;
  /** Words of a function in which there is nothing to release: `MethodHead`. */
  readonly voidWords?: readonly string[];
  /** Functions that read it to its end, and leave nothing behind then, and which of their arguments it is. */
  readonly drainedBy?: Readonly<Record<string, number>>;
  /** Methods that release it themselves when they answer false. */
  readonly exhaustedBy?: readonly string[];
  /** Methods of what it was acquired from that release it, too: `Commit` of a transaction. */
  readonly endedWith?: readonly string[];
  /** Set where it comes with an error: there is none where that is not nil, and what is lost only behind a later, rare error is a note. */
  readonly withError?: true;
  /**
   * What is held where that is no value with methods: a function whose call releases, and whose every mention is taken
   * for one, or only a channel that the resource sends on, so that nobody can release it. `release` and `uses` are empty then.
   */
  readonly held?: 'function' | 'channel';
  /** Set where the first result is a function whose last result is false when nothing is left to release: `next` of iter.Pull. */
  readonly spentByFalse?: true;
  /** Set where the functions of `acquire` are methods that set their receiver to work: it is what is to be released, and a local variable. */
  readonly ofReceiver?: true;
  /** Set where what is released on no way may be meant to go on by itself: only one that some way releases is judged. */
  readonly onlyWhereReleased?: true;
  /** With `handsOn`: the functions that use a descriptor while they run, and keep nothing of it. */
  readonly descriptorUsers?: readonly string[];
  /** The method of the first result whose channel tells that there is nothing to release any more: `Done`. */
  readonly overWhen?: string;
  /** With `function`: what the functions that these of `acquire` give are to be called with. */
  readonly releaseArguments?: Readonly<Record<string, string>>;
  /** What stays where it is not released, as a clause: `the context stays until its parent ends`. */
  readonly effect?: string;
  /** Functions of `acquire` whose first argument keeps what they give, unless it comes `from` one of these, which keep nothing. */
  readonly roots?: { readonly of: readonly string[]; readonly from: readonly string[] };
  /** Functions of `acquire` that give one which ends by itself at a deadline, and what then stays until that, as a clause. */
  readonly deadline?: { readonly of: readonly string[]; readonly effect: string };
  /**
   * Set where the resource ends by itself, after the duration that is its first argument: only what piles up is a leak, or
   * takes this many hours.
   */
  readonly expires?: { readonly hours: number };
  /** Set where, since `collectedSince`, there is nothing left to do better. */
  readonly silentWhenCollected?: true;
  /** Set where all functions of a program, not only main, are taken to end with the process. */
  readonly sparesPrograms?: true;
}

/** One rule about several kinds of resources, each as an Obligation of its own. */
export interface ObligationGroup extends RuleMeta {
  readonly engine: 'obligations';
  readonly kinds: readonly ResourceKind[];
  /** What all kinds of the rule acquire, where only some are asked for: what one of them knows is no look-alike of another. */
  readonly others?: readonly string[];
}

/** An Obligation without what it says about itself as a rule. */
export type ResourceKind = Omit<Obligation, keyof RuleMeta | 'engine'>;

/** How a library registers resources under names. A path of a function may begin with `...` for any beginning: forks keep the end. */
export interface Registry {
  /**
   * Functions that make a resource of a name when there is none, and else find it; name and registry are their arguments:
   * `metrics.GetOrRegisterMeter`.
   */
  readonly named: readonly string[];
  /** Functions of `acquire` that register what they make: a release by name is as good as one by method. */
  readonly registering: readonly string[];
  /** Functions and methods that take a name and either a resource or its constructor: `GetOrRegister`. */
  readonly lookup: string;
  /** Methods that release by name, and those that release all. */
  readonly unregister: string;
  readonly unregisterAll: string;
  /** What makes a registry: `metrics.NewRegistry`. */
  readonly create: readonly string[];
  /** The last words, in lower case, of what comes and goes while a program runs: a name made of one is no constant. */
  readonly entities: readonly string[];
}

/** Caches that call back when an entry leaves, and the calls that drop an entry without that. */
export interface EvictionGap extends RuleMeta {
  readonly engine: 'cache-eviction';
  readonly caches: readonly CacheLibrary[];
  /** Methods that end the life of a value; the beginnings, in lower case, of functions that do. */
  readonly releases: readonly string[];
}

/** Deferred calls that pile up, because a loop comes round to their defer statement again before the function ends. */
export interface DeferInLoop extends RuleMeta {
  readonly engine: 'defer-in-loop';
  /** Methods that release what one pass acquired: `Close`. Matter where the loop ends; in one that does not, any deferred call does. */
  readonly releases: readonly string[];
  /** The beginnings, in lower case, of functions that release their arguments, and words in the names of function values that release: . */
  readonly releasing: readonly string[];
  /** Methods that release what they go through when they answer false: a loop with one as its condition leaves nothing. */
  readonly exhaustedBy: readonly string[];
  /** Functions that read to the end, and which of their arguments; and the names of fields and ends of methods that give what is over then. */
  readonly drainedBy: Readonly<Record<string, number>>;
  readonly drained: readonly string[];
  /** Functions that give what ends at a deadline, their second argument. */
  readonly deadlines: readonly string[];
  /** Methods that unlock, and the method that then waits for ever in the next pass. */
  readonly unlocks: Readonly<Record<string, string>>;
}

/** Values with connections of their own that are made for one call, and dropped with what they keep open. */
export interface DroppedTransport extends RuleMeta {
  readonly engine: 'dropped-transport';
  /** The type of such a value, and the field of another type that holds it: `net/http.Transport`, `net/http.Client`. */
  readonly type: string;
  readonly client: { readonly type: string; readonly field: string };
  /** Fields of the value that bound what stays. */
  readonly bounded: readonly string[];
  /** Fields with a function that makes the connections: what one gives that dials nothing is not known. */
  readonly dials: readonly string[];
  /** Methods of either that open a connection, and the one that closes those that are idle. */
  readonly requests: readonly string[];
  readonly release: string;
  /** Functions of other packages that only set such a value up. */
  readonly configuring: readonly string[];
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
  /** Methods with the key as first argument that replace an old value without the callback, and the place of the new one. */
  readonly overwrites: Readonly<Record<string, number>>;
  /** Methods that drop everything without the callback. */
  readonly drops: readonly string[];
  /** The method that runs the callback for one key. */
  readonly remove: string;
  /** Methods that ask for a key. */
  readonly reads: readonly string[];
  /** Whether expired entries stay, unseen by reads, until they are swept: then asking first does not help. */
  readonly hidesExpired: boolean;
  /** The place of the sweep interval among the constructor's arguments, behind the time to live; the method that sweeps by hand. */
  readonly sweep?: { readonly interval: number; readonly method: string };
}

/** A goroutine that can wait for ever, or run for ever. */
export interface Liveness extends RuleMeta {
  readonly engine: 'liveness';
  readonly question:
    /** Does anything end a loop that ranges over a channel? */
    | 'unending-range'
    /** Is there a way out of a loop that a goroutine runs? */
    | 'endless-loop'
    /** Is there still somebody to receive what a goroutine sends? */
    | 'blocked-send'
    /** Does anything ever send on, or close, a channel that is received from? */
    | 'blocked-receive'
    /** Is a channel given to signal.Notify taken back? */
    | 'registered-signal';
}

/** Calls that wait for a peer with nothing to bound the wait. */
export interface UnboundedWait extends RuleMeta {
  readonly engine: 'unbounded-wait';
  /** Functions and methods that shake hands, and the place of the connection among the arguments; -1 where it is the receiver. */
  readonly handshakes: Readonly<Record<string, number>>;
  /** Functions that dial as a configuration tells them: its place among the arguments, and the field with the timeout. */
  readonly configured: Readonly<Record<string, { readonly argument: number; readonly field: string }>>;
  /** Functions that dial a network and an address, their first arguments, without any timeout. */
  readonly dials: readonly string[];
  /**
   * Types of which a literal without any of these fields dials without a timeout; worth a word in a literal of the type
   * `within`, where that lacks the field that would bound all it does.
   */
  readonly literals: Readonly<Record<string, { readonly fields: readonly string[]; readonly within: string; readonly bound: string }>>;
  /** The field, of literals of these types, that switches keep-alive off where it is negative, and the methods that do so with `false`. */
  readonly keepAlive: { readonly types: readonly string[]; readonly field: string; readonly methods: readonly string[] };
}

/** A container that lives as long as the process, gets entries while it runs, and loses none. */
export interface Growth extends RuleMeta {
  readonly engine: 'growth';
  readonly container: 'map' | 'slice';
  /** The last words, in lower case, of what comes and goes while a program runs: there is no end of such keys. */
  readonly entities: readonly string[];
  /** Those of them that a program also has of its own, and then few: they tell for certain only what a request brings. */
  readonly ambiguous: readonly string[];
  /** The last words, in lower case, of what somebody configures: as many as there are, and seldom more. */
  readonly settings: readonly string[];
  /**
   * What starts a goroutine or takes a resource when it is made: given to LoadOrStore, one is lost with each call. `...`
   * stands for any beginning.
   */
  readonly owning: readonly string[];
}

/** All kinds of rules. Each names the engine that runs it. */
export type Rule = Obligation | ObligationGroup | Liveness | EvictionGap | DeferInLoop | DroppedTransport | UnboundedWait | Growth;

import type { Seeks } from '../../findings/evidence.ts';
import type { Confidence, RuleMeta } from '../../spec.ts';
import type { Need, Sign, Signs } from '../need.ts';
import { lastName, packageOf, words } from '../need.ts';

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
  /** Look-alikes that count only where what they give is declared with the type, `var conn net.Conn`; by default all. */
  readonly declared?: readonly string[];
  /** Methods that release it: `Stop`. */
  readonly release: readonly string[];
  /** Methods and fields that only use it: `Reset`, `C`. Any other selector counts as an escape. */
  readonly uses: readonly string[];
  /**
   * The Go version from which the runtime collects the resource when it is unreachable, so that the finding is only a
   * note: `1.23`.
   */
  readonly collectedSince?: string;
  /**
   * Functions of `acquire` whose resource `--fix` may release by a defer: they never give nil without an error, a
   * second release does no harm, and one at the end of the function that alone uses the resource is always right.
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
  /**
   * The field of the value that is to be released in its place: `Body`. Other fields and methods of the value then say
   * nothing.
   */
  readonly part?: string;
  /** With `part`: all methods of its type. A look-alike with another one is something else. */
  readonly methods?: readonly string[];
  /**
   * With `part`: the field that tells, where the part is closed or given to one of the `readers` as well, that what a
   * function out of sight gives is one.
   */
  readonly toldBy?: { readonly field: string; readonly readers: readonly string[] };
  /**
   * Functions of other packages that only read or write what they are given, `path.*` for all of one, `*.New*Client`
   * for all of such a name. A wrapper that one of them returns (it is called New…, …Reader or …Writer) owns nothing.
   * All other functions take the resource along.
   */
  readonly borrowers?: readonly string[];
  /**
   * Functions of other packages whose result is as good as what they are given as the argument at this place: who
   * releases it releases that, `tls.Client(conn, config)`.
   */
  readonly takenOver?: Readonly<Record<string, number>>;
  /**
   * How the names of functions begin that read, write or send what they are given, whatever their package: `Parse`. One
   * that is not known otherwise is believed to leave the resource to its caller, and so sure is the finding then.
   */
  readonly lenders?: { readonly verbs: readonly string[]; readonly confidence: Confidence };
  /**
   * Functions of other packages that release or keep what they are given, though they are called like ones that only
   * use it.
   */
  readonly takers?: readonly string[];
  /**
   * Set where an interface method or function value with a result of that type, and an error, gives the resource too.
   */
  readonly byType?: true;
  /** With `byType`: what is called with a value of one of these types gives something that ends with that value. */
  readonly carriedBy?: readonly string[];
  /** Set where none of `acquire` takes a context: what is called with one is something else, or a look-alike. */
  readonly takesNoContext?: true;
  /** Set where the names of look-alikes say enough: whatever `Dial` gives is a connection. */
  readonly byName?: true;
  /** The look-alikes that leave no doubt when they have this many arguments: `DialContext(ctx, network, address)`. */
  readonly sure?: Readonly<Record<string, number>>;
  /** Methods without one of which it holds nothing: a session without `Begin`. */
  readonly emptyUntil?: readonly string[];
  /** Words of a function in which there is nothing to release: `MethodHead`. */
  readonly voidWords?: readonly string[];
  /** Functions that read it to its end, and leave nothing behind then, and which of their arguments it is. */
  readonly drainedBy?: Readonly<Record<string, number>>;
  /** Methods that release it themselves when they answer false. */
  readonly exhaustedBy?: readonly string[];
  /** Methods of what it was acquired from that release it, too: `Commit` of a transaction. */
  readonly endedWith?: readonly string[];
  /**
   * Set where it comes with an error: there is none where that is not nil, and what is lost only behind a later, rare
   * error is a note.
   */
  readonly withError?: true;
  /**
   * What is held where that is no value with methods: a function whose call releases, and whose every mention is taken
   * for one, or only a channel that the resource sends on, so that nobody can release it. `release` and `uses` are
   * empty then.
   */
  readonly held?: 'function' | 'channel';
  /**
   * Set where the first result is a function whose last result is false when nothing is left to release: `next` of
   * iter.Pull.
   */
  readonly spentByFalse?: true;
  /**
   * Set where the functions of `acquire` are methods that set their receiver to work: it is what is to be released, and
   * a local variable.
   */
  readonly ofReceiver?: true;
  /**
   * Set where what is released on no way may be meant to go on by itself: only one that some way releases is judged.
   */
  readonly onlyWhereReleased?: true;
  /** With `handsOn`: the functions that use a descriptor while they run, and keep nothing of it. */
  readonly descriptorUsers?: readonly string[];
  /** With `handsOn`: the functions that make a system call by number, and the numbers of those that keep no descriptor. */
  readonly systemCalls?: { readonly of: readonly string[]; readonly lending: readonly string[] };
  /** With `handsOn`: the functions that lock a descriptor, which may be all that a file is open for. */
  readonly descriptorLockers?: readonly string[];
  /** The method of the first result whose channel tells that there is nothing to release any more: `Done`. */
  readonly overWhen?: string;
  /**
   * What the release is called with, by the functions of `acquire`: a text, or the number of the argument that the
   * acquisition had, such as its context.
   */
  readonly releaseArguments?: Readonly<Record<string, string | number>>;
  /** What stays where it is not released, as a clause: `the context stays until its parent ends`. */
  readonly effect?: string;
  /**
   * Functions of `acquire` whose first argument keeps what they give, unless it comes `from` one of these, which keep
   * nothing.
   */
  readonly roots?: { readonly of: readonly string[]; readonly from: readonly string[] };
  /**
   * Functions of `acquire` that give one which ends by itself at a deadline, and what then stays until that, as a
   * clause.
   */
  readonly deadline?: { readonly of: readonly string[]; readonly effect: string };
  /**
   * Functions of `acquire` whose first argument keeps what they leave with it, what they give, and what stays, as a
   * clause: only where that argument outlives the request or connection it is made for is it a duty.
   */
  readonly lasting?: { readonly of: readonly string[]; readonly noun: string; readonly effect: string };
  /**
   * Set where the resource ends by itself, after the duration that is its first argument: only what piles up is a leak,
   * or takes this many hours.
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
  /**
   * What all kinds of the rule acquire, where only some are asked for: what one of them knows is no look-alike of
   * another.
   */
  readonly others?: readonly string[];
}

/** An Obligation without what it says about itself as a rule. */
export type ResourceKind = Omit<Obligation, keyof RuleMeta | 'engine'>;

/**
 * How a library registers resources under names. A path of a function may begin with `...` for any beginning: forks
 * keep the end.
 */
export interface Registry {
  /**
   * Functions that make a resource of a name when there is none, and else find it; name and registry are their
   * arguments: `metrics.GetOrRegisterMeter`.
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

/** What a package must hold for the resource of a rule to be in it. */
export function needsOfObligation({ acquire, registry, lookalikes }: Obligation): Need {
  return [
    ...[...acquire, ...(registry?.named ?? [])].map(callOf),
    ...(lookalikes.length > 0 ? [{ anywhere: [words(...lookalikes)] }] : []),
  ];
}

/**
 * The value of a method call may come from any file, with any import; the path of a third party is rare, and tells
 * enough.
 */
function callOf(name: string): Signs {
  if (name.startsWith('(')) return { anywhere: [words(lastName(name))] };
  const path = packageOf(name);
  const isImported: Sign = { kind: 'import', anyOf: [path] };
  return path.includes('.')
    ? { anywhere: [isImported] }
    : { here: [isImported, { kind: 'name', anyOf: [lastName(name)] }] };
}

/**
 * What a resource with an error needs: its package, or another one than Go's own, and the name of what gives it, or of
 * its type.
 */
export function needsOfKind({ acquire, lookalikes, type, byType, toldBy, part }: ResourceKind): Need {
  const types = [type].flat();
  return [
    ...byPackage(acquire).map(([path, names]): Signs => ({
      anywhere: [{ kind: 'import', anyOf: [path] }, words(...names)],
    })),
    ...(byType ? types : []).map((each): Signs => ({
      anywhere: [{ kind: 'import', anyOf: [packageOf(each).replace(/^\*/, '')] }, words(lastName(each))],
    })),
    ...(toldBy && part !== undefined ? [{ here: [words(toldBy.field), words(part)] }] : []),
    ...(lookalikes.length > 0 ? [{ anywhere: [{ kind: 'foreign-import' } as const, words(...lookalikes)] }] : []),
    // The value of a method call may come from another package of the workspace, and so may the resource itself.
    ...byPackage(acquire.filter((name) => name.startsWith('('))).map(([path, names]): Signs => ({
      anywhere: [{ kind: 'import-nearby', anyOf: [path] }, words(...names)],
    })),
    {
      anywhere: [
        {
          kind: 'given-nearby',
          types: types.map((each) => ({ path: packageOf(each).replace(/^\*/, ''), name: lastName(each) })),
        },
      ],
    },
    ...(part === undefined ? [{ anywhere: [{ kind: 'made-nearby', of: acquire } as const] }] : []),
  ];
}

/** The last words of functions by their packages. */
function byPackage(functions: readonly string[]): readonly (readonly [string, readonly string[]])[] {
  const found = new Map<string, string[]>();
  for (const name of functions) found.set(packageOf(name), [...(found.get(packageOf(name)) ?? []), lastName(name)]);
  return [...found];
}

/** The resource without those look-alikes that can only lead to findings which are not sought. */
export function soughtResource<Resource extends ResourceKind>(resource: Resource, seeks: Seeks): Resource {
  // Of what its library keeps, where it is put says more than how it was recognised.
  if (resource.keptByLibrary || seeks('lookalike')) return resource;
  const { lookalikes } = resource;
  return { ...resource, declared: lookalikes, lookalikes: lookalikes.filter((name) => resource.sure?.[name] !== undefined) };
}

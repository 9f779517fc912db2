import type { CacheCall } from '../cache-call.ts';
import type { FactByKind, Part, ProseOf } from './prose.ts';

/** The words of calls that are wrong as they stand. */
export const callProse: ProseOf<
  | 'eager-argument'
  | 'name-never-unregistered'
  | 'registry-of-instance'
  | 'eviction-skipped'
  | 'cache-copied'
  | 'never-swept'
  | 'handshake-unbounded'
  | 'dial-unbounded'
  | 'literal-unbounded'
  | 'transport-dropped'
  | 'keep-alive-off'
  | 'deferred-in-loop'
  | 'unlock-deferred-in-loop'
> = {
  'eager-argument': {
    message: ({ resource, lookup }) => [
      `${resource.call} runs before ${lookup} can find the ${resource.noun} that is registered: each further call makes one`
        + ' that nobody holds and the library keeps',
    ],
    fix: ({ resource, lookup }) =>
      `Hand the constructor itself to ${lookup}, without calling it: ${resource.call}, not ${resource.call}().`,
  },
  'name-never-unregistered': {
    message: ({ resource, part, more }) => [
      `the ${resource.noun} from ${resource.call} is registered under a name made of ${part}, and nothing in this package unregisters it:`
        + ` one stays for every ${part} ever seen${others(more, resource.noun)}`,
    ],
    fix: ({ resource, part }) =>
      `Call ${resource.release} of the registry with the same name where the life of ${part} ends,`
      + ' or leave it out of the name.',
  },
  'registry-of-instance': {
    message: ({ resource, registry, type, end, more }) => [
      `the ${resource.noun} from ${resource.call} goes into ${registry}, a registry of its own for each owner,`
        + ` and ${end} of ${type} does not`
        + ` unregister it: the library keeps it when the registry is gone${others(more, resource.noun)}`,
    ],
    fix: ({ resource, registry, type, end }) =>
      `Call ${resource.release} or ${resource.release}All on ${registry} in ${end} of ${type}, once nobody else uses it.`,
  },
  'eviction-skipped': {
    message: ({ cache, drops }) => [
      drops === 'all'
        ? `${cache.call} drops all values without the callback `
        : `${cache.call} replaces the old value of ${cache.key} without the callback `,
      callbackPlace(cache),
      drops === 'all' ? `, ${effect(cache)}` : `, ${effect(cache)}${race(cache)}`,
    ],
    fix: ({ cache, drops }) =>
      drops === 'all'
        ? `Call ${cache.remove} for each key first: it runs the callback.`
        : `Call ${cache.remove}(${cache.key}) before ${cache.call}, under one lock where it can run concurrently: it runs the callback`
          + (cache.hidesExpired
            ? ' for live and expired entries. Asking first does not help: expired entries are not found.'
            : '.'),
  },
  'cache-copied': {
    message: ({ call }) => [
      `the cache from ${call} is copied by value: its sweeper is stopped as soon as the original is collected,`
        + ' and expired entries stay for ever',
    ],
    fix: ({ call }) => `Keep the pointer that ${call} returns.`,
  },
  'never-swept': {
    message: ({ call, sweeper }) => [
      `the cache from ${call} has no sweep interval, and nothing in this package calls ${sweeper}: expired entries stay,`
        + ' and the eviction callback never sees them',
    ],
    fix: ({ call, sweeper }) => `Give ${call} a positive interval, or call ${sweeper} from time to time.`,
  },
  'handshake-unbounded': {
    message: ({ call, connection, loop }) => [
      `${call} waits for the peer on "${connection}", which has no deadline and which nothing closes meanwhile:`
        + ' a silent peer holds this goroutine for ever',
      ...(loop === undefined
        ? []
        : [', and ', { words: `the loop at line ${loop}`, line: loop }, ' accepts nobody else']),
    ],
    fix: ({ connection }) =>
      `Call ${connection}.SetDeadline before the handshake and clear it afterwards, or close ${connection} when a timer or context ends;`
      + ' a timeout that only stops waiting leaves the goroutine behind.',
  },
  'transport-dropped': {
    message: ({ type, release }) => [
      `each call makes an ${type} of its own, and nobody calls ${release} on it: the connection that it keeps for the next request,`
        + ' and two goroutines, stay until the server hangs up',
    ],
    fix: ({ type, holder, release }) =>
      `Make one ${type} for all calls; or defer ${holder === undefined ? 'its ' : `${holder}.`}${release}()`
      + ' where it is made, or set DisableKeepAlives or IdleConnTimeout.',
  },
  'dial-unbounded': {
    message: ({ call, field, connectOnly }) => [
      field === undefined
        ? `${call} has no timeout: it waits for a host that does not answer as long as the system does`
        : connectOnly
          ? `${field} bounds only the connect: ${call} then waits without a limit for the handshake of the peer`
          : `${call} is given no ${field}: a host that does not answer holds this goroutine`,
    ],
    fix: ({ field }) =>
      field === undefined
        ? 'Use a Dialer with a Timeout, or a context with a deadline.'
        : `Set ${field}, and for the handshake dial with net.DialTimeout, call SetDeadline on the connection, and shake hands on that.`,
  },
  'literal-unbounded': {
    message: ({ type, field }) => [
      `${type} without ${field} dials without a timeout: what the default one has is lost`,
    ],
    fix: ({ type, field }) => `Clone the default ${type}, or set ${field} of a Dialer with a Timeout.`,
  },
  'keep-alive-off': {
    message: ({ by }) => [
      `${by} switches keep-alive off, and nothing here sets a deadline:`
        + ' whoever reads from a peer that is gone waits for ever',
    ],
    fix: () => 'Leave keep-alive on, as it is by default, or set a deadline before each read.',
  },
  'deferred-in-loop': {
    message: ({ call, line, loop }) => [
      `defer ${call} runs when the function ends, ${loop === 'ends' ? 'after all passes: ' : 'not when a pass ends: '}`,
      { words: `the loop at line ${line}`, line },
      passes[loop],
    ],
    fix: ({ call }) =>
      `Move the body of the loop into a function, so that the defer runs in each pass,`
      + ` or call ${call} without defer at the end of the pass, and before each continue, break or return in it.`,
  },
  'unlock-deferred-in-loop': {
    message: ({ call, lock, line }) => [
      `defer ${call} runs when the function ends: the next pass of `,
      { words: `the loop at line ${line}`, line },
      ` waits in ${lock} for ever`,
    ],
    fix: ({ call }) =>
      `Call ${call} at the end of the pass, or move the body of the loop into a function, so that the defer runs in each pass.`,
  },
};

const passes: Readonly<Record<FactByKind['deferred-in-loop']['loop'], string>> = {
  endless: ' has no end of its own, and adds one in each pass',
  'until-closed': ' goes on until its channel is closed, and adds one in each pass',
  ends: ' keeps what each of them has opened until then',
};

function others(more: number, noun: string): string {
  if (more === 0) return '';
  return ` (and so it is with ${more === 1 ? `one more ${noun}` : `${more} more ${noun}s`} in this function)`;
}

function callbackPlace({ line, elsewhere }: CacheCall): Part {
  return elsewhere === undefined ? { words: `at line ${line}`, line } : `at ${elsewhere}:${line}`;
}

function effect({ ends }: CacheCall): string {
  if (ends === undefined) return 'which uses the value';
  return ends === '()' ? 'which calls the value' : `which calls ${ends} on the value`;
}

/** The race of go-cache issue 48: the entry has expired, the sweeper has not come yet. */
function race({ hidesExpired, raced, sooner }: CacheCall): string {
  if (raced) return ': since the lock was released, another goroutine may have put one there';
  if (!hidesExpired) return '';
  const often = sooner ? ` (often: entries live ${sooner.ttl}, the sweeper comes every ${sooner.sweep})` : '';
  return `: one that has expired, but is not swept yet, is lost${often}`;
}

import type { ExitKind } from '../flow/cfg.ts';
import { consequence, deferredCall, eachPassFix, startable } from './held-words.ts';
import type { CacheCall, Closer, Fact, Finding, FixKind, Resource, Site, Step } from './finding.ts';

/** A place named in a message: its words, and the line they speak of, in the file of the finding. */
export interface Place {
  readonly words: string;
  readonly line: number;
}

/** A piece of a message: plain words, or words that name a place, which a report may turn into a link. */
export type Part = string | Place;

type FactByKind = { readonly [F in Fact as F['kind']]: F };

interface Prose<F> {
  /** What is wrong, on one line, without a full stop. */
  readonly message: (fact: F) => readonly Part[];
  /** What to do about it: whole sentences. */
  readonly fix: (fact: F) => string;
}

/** The words of all findings. A new kind of fact does not compile without its own. */
const prose: { readonly [K in keyof FactByKind]: Prose<FactByKind[K]> } = {
  'missed-exit': {
    message: (fact) => [`${subject(fact.resource)} is not ${fact.resource.released} when the function `, exit(fact), ...consequence(fact.resource)],
    fix: (fact) => deferredRelease(fact.resource),
  },
  'no-handle': {
    message: ({ resource, ...at }) => [
      `${withoutHandle(resource)}, so nobody can ${verb(resource)} it when the function `, exit(at), ...consequence(resource),
    ],
    fix: ({ resource }) => resource.held === 'channel'
      ? `Make a ${resource.noun} that can be stopped, with ${startable(resource)}, and defer its Stop in the function that receives from it.`
      : deferredRelease({ ...resource, holder: undefined }),
  },
  'each-pass': {
    message: ({ resource, line }) => [
      `${subject(resource)} is made anew in each pass of `, { words: `the loop at line ${line}`, line },
      `, and the one of the pass before is not ${resource.released}`, ...consequence(resource),
    ],
    fix: ({ resource }) => eachPassFix(resource)
      ?? (resource.withError ? '' : `Make one ${resource.noun} before the loop and defer its ${resource.release} there, or `)
      + `${resource.withError ? 'Call' : 'call'} ${releaseCall(resource)} before each continue and at the end of the pass.`,
  },
  overwritten: {
    message: ({ resource, line }) => [
      `${subject(resource)} is not ${resource.released} before `,
      { words: `${variable(resource)} is given another value at line ${line}`, line }, ...consequence(resource),
    ],
    fix: ({ resource, line }) => `Call ${releaseCall(resource)} before the assignment at line ${line};`
      + ` for the last one, ${lateRelease(resource)}.`,
  },
  'stale-defer': {
    message: ({ resource, line }) => [
      `${subject(resource)} is not ${resource.released}: `,
      { words: `the deferred ${resource.held === 'function' ? 'call' : resource.release} at line ${line}`, line },
      ` ${thirdPerson(verb(resource))} the old ${resource.noun}, not this one`,
    ],
    fix: ({ resource, line }) => `Call ${releaseCall(resource)} before the new ${resource.noun} is assigned;`
      + ` in place of the defer at line ${line}, ${lateRelease(resource)}.`,
  },
  'field-never-released': {
    message: ({ resource, field, type }) => [
      `no method of this package ${thirdPerson(verb(resource))} field "${field}" of ${type},`
      + ` which holds the ${resource.noun} from ${resource.call}`,
    ],
    fix: ({ resource, field, type }) => `Call ${resource.held === 'function' ? '' : `${resource.release} on `}field "${field}" in the method that ends the life of`
      + ` ${type} (Close, Stop, Shutdown), and where its constructor returns an error.`,
  },
  'owner-dropped': {
    message: ({ resource, field, owner, line }) => [
      `the ${resource.noun} from ${resource.call} in field "${field}" of "${owner}" is not ${resource.released}`
      + ' when the function ',
      { words: `drops "${owner}" and returns at line ${line}`, line },
    ],
    fix: ({ resource, field, owner, line }) => `Call ${owner}.${field}${resource.held === 'function' ? '' : `.${resource.release}`}(),`
      + ` or the method of "${owner}" that does, before the return at line ${line}.`,
  },
  'unending-range': {
    message: ({ channel, closer, flag, started, stopped }) => [
      whoCloses[closer](channel),
      flag === undefined ? ', so this loop never ends' : ` and nothing is sent on it once "${flag}" is set, so this loop never sees that`,
      ' and the goroutine started ', place(started), ' stays for ever', ...(stopped ? [', also when the ticker is stopped ', place(stopped)] : []),
    ],
    fix: ({ closer }) => closer === 'function' || closer === 'package'
      ? 'Close the channel in the sender when it has sent the last value, or select in the loop on a done channel or ctx.Done() as well, and return there.'
      : 'Write for { select { … } } with a clause for a done channel or ctx.Done() that returns.',
  },
  'endless-loop': {
    message: ({ waits, started, stopped, reads }) => [
      `this loop has no way out${reads ? ', whatever the error' : ''}: it waits for ${waits} in each pass, and the goroutine started `, place(started), ' outlives its owner',
      ...(stopped ? [', who stops the ticker ', place(stopped)] : []),
    ],
    fix: ({ reads }) => reads
      ? 'Return when the error says that there is nothing more to come (net.ErrClosed, io.EOF): with the next pass it comes again.'
      : 'Select on a done channel or ctx.Done() beside what the loop waits for, and return there.',
  },
  'ignored-done': {
    message: ({ clause, by, line }) => [
      by === 'break' ? { words: `the break at line ${line}`, line } : { words: `"${clause}" at line ${line}`, line },
      by === 'break' ? ` leaves only the select, so "${clause}" does not end this loop` : ' does not leave this loop',
      ': once that channel is closed, it spins',
    ],
    fix: ({ by }) => by === 'break' ? 'Return there, or give the loop a label and break to it.' : 'Return in that clause, or break to a label of the loop.',
  },
  'released-early': {
    message: ({ resource, line, started }) => [
      `${subject(resource)} is ${resource.released} `, { words: `when the function returns at line ${line}`, line },
      `, while the goroutine started at line ${started} still uses it`,
    ],
    fix: ({ resource }) => `Move the defer of ${releaseCall(resource)} into the goroutine that uses the ${resource.noun}.`,
  },
  'blocked-send': {
    message: (fact) => [
      receivers(fact), ...leaving(fact), ': the goroutine ', { words: `started at line ${fact.started}`, line: fact.started },
      ' then stays in this send for ever',
    ],
    fix: ({ channel, many, again }) => again
      ? `Select in the send to "${channel}" on a done channel or ctx.Done() as well: the goroutine sends again and again, and fills any buffer.`
      : many
      ? `Make "${channel}" with room for one value of each goroutine, or select in the send on a done channel or ctx.Done() as well.`
      : `Make "${channel}" with capacity 1, so that the send never waits, or select in it on a done channel or ctx.Done() as well.`,
  },
  'send-before-receiver': {
    message: ({ channel, made }) => [
      'this send never ends: nobody else knows ', { words: `"${channel}", made without a buffer at line ${made}`, line: made }, ', so nobody can receive',
    ],
    fix: ({ channel }) => `Start the receiver before the send, or make "${channel}" with a buffer.`,
  },
  'blocked-receive': {
    message: ({ channel, where, made }) => [
      `nothing in the ${where} sends on or closes "${channel}"`, ...(made ? [', made ', place(made)] : []), ': this receive never ends',
    ],
    fix: ({ channel }) => `Close "${channel}" or send on it, on the ways of errors too, or select on a done channel or ctx.Done() as well.`,
  },
  'unfed-return': {
    message: ({ channel, started, line }) => [
      'the goroutine ', { words: `started at line ${started}`, line: started }, ' is to end this receive, and where it ',
      { words: `returns at line ${line}`, line }, ` it has neither sent on "${channel}" nor closed it`,
    ],
    fix: ({ channel }) => `Defer the close of "${channel}" in the goroutine, or send the error on it, so that no way out leaves the receiver waiting.`,
  },
  'context-wait': {
    message: ({ waits, started, end, line, until }) => [
      'the goroutine ', { words: `started at line ${started}`, line: started }, ` waits for ${waits} alone: when the function `,
      { words: `returns at line ${line}`, line },
      ...(end
        ? [`, ${end.call} `, { words: `at line ${end.line}`, line: end.line }, ` has done its work, and it stays until ${arrival(until)}`]
        : [until === 'connection'
          ? ', the request is answered and it stays as long as the connection'
          : `, there is nobody left to tell, and it stays until ${arrival(until)}`]),
    ],
    fix: ({ waits }) => `Select on ${waits} and on a channel that the function closes when it is done; or use context.AfterFunc and defer its stop.`,
  },
  'registered-channel-closed': {
    message: ({ channel, registered, stopped }) => [
      `"${channel}" is closed while signal.Notify `, place(registered), ` still sends to it${stopped ? ', signal.Stop comes later' : ''}`
      + ': the next signal panics',
    ],
    fix: ({ channel }) => `Call signal.Stop(${channel}) before the close; deferred calls run in reverse order, so defer the close first.`,
  },
  'signal-left-registered': {
    message: ({ channel, line }) => [
      `"${channel}" is still registered with signal.Notify when the function `, { words: `returns at line ${line}`, line },
      ': it is kept for ever, and the signals no longer do what they did before',
    ],
    fix: ({ channel }) => `Write defer signal.Stop(${channel}) directly after signal.Notify.`,
  },
  'container-never-released': {
    message: ({ resource, container }) => [
      `${subject(resource)} is kept in ${container}, and nothing in this package ${thirdPerson(verb(resource))} what leaves it;`
      + ` the library keeps each ${resource.noun} until then`,
    ],
    fix: ({ resource, container }) => `Call ${releaseCall(resource)} where its entry leaves ${container}, or is replaced there.`,
  },
  'eager-argument': {
    message: ({ resource, lookup }) => [
      `${resource.call} runs before ${lookup} can find the ${resource.noun} that is registered: each further call makes one`
      + ' that nobody holds and the library keeps',
    ],
    fix: ({ resource, lookup }) => `Hand the constructor itself to ${lookup}, without calling it: ${resource.call}, not ${resource.call}().`,
  },
  'name-never-unregistered': {
    message: ({ resource, part, more }) => [
      `the ${resource.noun} from ${resource.call} is registered under a name made of ${part}, and nothing in this package unregisters it:`
      + ` one stays for every ${part} ever seen${others(more, resource.noun)}`,
    ],
    fix: ({ resource, part }) => `Call ${resource.release} of the registry with the same name where the life of ${part} ends,`
      + ' or leave it out of the name.',
  },
  'registry-of-instance': {
    message: ({ resource, registry, type, end, more }) => [
      `the ${resource.noun} from ${resource.call} goes into ${registry}, a registry of its own for each owner, and ${end} of ${type} does not`
      + ` unregister it: the library keeps it when the registry is gone${others(more, resource.noun)}`,
    ],
    fix: ({ resource, registry, type, end }) => `Call ${resource.release} or ${resource.release}All on ${registry} in ${end} of ${type}, once nobody else uses it.`,
  },
  'eviction-skipped': {
    message: ({ cache, drops }) => [
      drops === 'all'
        ? `${cache.call} drops all values without the callback `
        : `${cache.call} replaces the old value of ${cache.key} without the callback `,
      callbackPlace(cache),
      drops === 'all' ? `, ${effect(cache)}` : `, ${effect(cache)}${race(cache)}`,
    ],
    fix: ({ cache, drops }) => (drops === 'all'
      ? `Call ${cache.remove} for each key first: it runs the callback.`
      : `Call ${cache.remove}(${cache.key}) before ${cache.call}, under one lock where it can run concurrently: it runs the callback`
        + (cache.hidesExpired ? ' for live and expired entries. Asking first does not help: expired entries are not found.' : '.')),
  },
  'cache-copied': {
    message: ({ call }) => [
      `the cache from ${call} is copied by value: its sweeper is stopped as soon as the original is collected, and expired entries stay for ever`,
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
      `${call} waits for the peer on "${connection}", which has no deadline and which nothing closes meanwhile: a silent peer holds this goroutine for ever`,
      ...(loop === undefined ? [] : [', and ', { words: `the loop at line ${loop}`, line: loop }, ' accepts nobody else']),
    ],
    fix: ({ connection }) => `Call ${connection}.SetDeadline before the handshake and clear it afterwards, or close ${connection} when a timer or context ends;`
      + ' a timeout that only stops waiting leaves the goroutine behind.',
  },
  'dial-unbounded': {
    message: ({ call, field, connectOnly }) => [
      field === undefined
        ? `${call} has no timeout: it waits for a host that does not answer as long as the system does`
        : connectOnly
          ? `${field} bounds only the connect: ${call} then waits without a limit for the handshake of the peer`
          : `${call} is given no ${field}: a host that does not answer holds this goroutine`,
    ],
    fix: ({ field }) => field === undefined
      ? 'Use a Dialer with a Timeout, or a context with a deadline.'
      : `Set ${field}, and for the handshake dial with net.DialTimeout, call SetDeadline on the connection, and shake hands on that.`,
  },
  'literal-unbounded': {
    message: ({ type, field }) => [`${type} without ${field} dials without a timeout: what the default one has is lost`],
    fix: ({ type, field }) => `Clone the default ${type}, or set ${field} of a Dialer with a Timeout.`,
  },
  'keep-alive-off': {
    message: ({ by }) => [`${by} switches keep-alive off, and nothing here sets a deadline: whoever reads from a peer that is gone waits for ever`],
    fix: () => 'Leave keep-alive on, as it is by default, or set a deadline before each read.',
  },
  'pending-each-pass': {
    message: ({ resource, duration, line, clause }) => [
      clause ? { words: `each "${clause.text}" at line ${clause.line}`, line: clause.line } : { words: `each pass of the loop at line ${line}`, line },
      ` leaves ${subject(resource)} pending${duration === undefined ? '' : ` for ${duration}`}, and `,
      ...(clause ? [{ words: `the loop at line ${line}`, line }, ' '] : []), 'makes another one',
    ],
    fix: ({ resource }) => `Make one ${resource.noun} with time.NewTimer before the loop, defer its Stop there, and call Reset in each pass.`,
  },
  'deferred-in-loop': {
    message: ({ call, line, endless }) => [
      `defer ${call} runs when the function ends, ${endless ? 'not when a pass ends: ' : 'after all passes: '}`,
      { words: `the loop at line ${line}`, line },
      endless ? ' has no end of its own, and adds one in each pass' : ' keeps what each of them has opened until then',
    ],
    fix: ({ call }) => `Move the body of the loop into a function, so that the defer runs in each pass, or call ${call} at the end of the pass and before each continue.`,
  },
  'unlock-deferred-in-loop': {
    message: ({ call, lock, line }) => [
      `defer ${call} runs when the function ends: the next pass of `, { words: `the loop at line ${line}`, line }, ` waits in ${lock} for ever`,
    ],
    fix: ({ call }) => `Call ${call} at the end of the pass, or move the body of the loop into a function, so that the defer runs in each pass.`,
  },
  'only-grows': {
    message: ({ container, by, manner, key, more, finalizer, exported }) => [
      `${container.noun} "${container.name}" only grows: ${by} ${put(manner, key)}${more === 0 ? '' : ` (so ${more === 1 ? 'does one other place' : `do ${more} other places`})`}, and nothing in this package removes entries`,
      ...(finalizer === undefined ? [] : ['; ', { words: `the finalizer at line ${finalizer}`, line: finalizer }, ' never runs, because the map keeps the value reachable']),
      ...(exported ? ['; other packages could'] : []),
    ],
    fix: ({ container, key }) => (key === undefined
      ? `Drop the old elements of "${container.name}" where they are no longer needed, or keep only so many of them.`
      : `Delete the entry where the life of ${key} ends, give "${container.name}" a bound or its entries a time to live, or keep the value in what it belongs to.`),
  },
  'lost-value': {
    message: ({ container, value, key }) => [
      `${value} is made on every call of LoadOrStore: when ${key} is already in "${container}", nobody holds it, and what it has started goes on`,
    ],
    fix: ({ value }) => `Load first and make ${value} only where the key is missing; where LoadOrStore says loaded, stop or close the one it did not take.`,
  },
  'unused-suppression': {
    message: ({ directive }) => [
      lacksReason(directive)
        ? `"${directiveHead(directive)}" suppresses nothing, because it gives no reason`
        : `"${directiveHead(directive)}" matches no finding`,
    ],
    fix: ({ directive }) => lacksReason(directive)
      ? 'Write the reason after the names of the rules, on the same line.'
      : 'Remove it, or the names in it that are no longer needed.',
  },
};

const steps = {
  acquired: 'acquired here',
  deferred: 'this defer takes the value of the variable as it is here',
  taken: 'by way of',
  overwritten: 'the variable is given another value here',
  exit: 'the function is left here',
  loop: 'the loop begins its next pass here',
  reads: 'it is used here',
  made: 'the channel is made here',
  started: 'the goroutine is started here',
  called: 'and runs the function from here',
  waits: 'it waits here in each pass',
  clause: 'this clause does not leave the loop',
  sends: 'this send waits for a receiver',
  receives: 'this receive waits for a sender',
  closed: 'it is closed here',
  kept: 'it is kept here',
  registered: 'it is registered here',
  asked: 'it is asked for here',
  locks: 'it is locked here',
  callback: 'the callback is set here',
  declared: 'it is declared here',
  inserted: 'and something is put in here',
  finalizer: 'this finalizer never runs',
} satisfies Record<Step['kind'], string>;

/** The message of a finding: one line without the id of the rule and without a full stop. */
export function message(finding: Finding): string {
  return messageParts(finding).map((part) => (typeof part === 'string' ? part : part.words)).join('');
}

/** The message of a finding in pieces, so that a report can link the places it names. */
export function messageParts(finding: Finding): readonly Part[] {
  return [...wordsOf(finding.fact.kind, finding.fact).message, ...whenCollected(finding)];
}

/** How to mend what was found: one or two sentences. */
export function fix(finding: Finding): string {
  return wordsOf(finding.fact.kind, finding.fact).fix();
}

/** What a fix does to the source: a short sentence. */
export function fixText(fixed: FixKind): string {
  switch (fixed.kind) {
    case 'defer':
      return `Write defer ${fixed.call}.`;
    case 'call-before':
      return `Call ${fixed.call} before ${fixed.before}.`;
    case 'buffer':
      return `Make "${fixed.channel}" with a buffer of ${fixed.capacity}.`;
    case 'hand-function':
      return `Hand on ${fixed.func} itself.`;
    case 'return':
      return 'Return instead of breaking out of the select.';
  }
}

/** What happens at one step on the way to the leak; of a branch, its own source. */
export function stepText({ kind, location: { source, column, endColumn } }: Step): string {
  return kind === 'taken' ? `${steps.taken} ${source.slice(column - 1, endColumn - 1)}` : steps[kind];
}

function wordsOf<K extends keyof FactByKind>(kind: K, fact: FactByKind[K]): { message: readonly Part[]; fix: () => string } {
  const { message: say, fix: mend } = prose[kind];
  return { message: say(fact), fix: () => mend(fact) };
}

/** From Go 1.23 a forgotten ticker is no leak, and must not be called one. */
function whenCollected({ collected, fact }: Finding): readonly Part[] {
  if (!collected || !('resource' in fact) || fact.kind === 'released-early') return [];
  return [`; with this Go version it is kept until it is unreachable, ${fact.resource.release} is tidier`];
}

function subject({ noun, holder, call }: Resource): string {
  return holder === undefined ? `the ${noun} from ${call}` : `${noun} "${holder}" from ${call}`;
}

/** A holder, where there is one, holds the channel and not the resource. */
function withoutHandle({ noun, holder, call, held, withError }: Resource): string {
  if (held === 'function') return `the ${noun} from ${call} is discarded`;
  if (held === 'channel') return `${call} gives only the channel of its ${noun}`;
  if (holder === undefined) return withError ? `nothing holds the ${noun} from ${call}` : `nothing holds the ${noun} from ${call} itself`;
  return `"${holder}" is only the channel of the ${noun} from ${call}`;
}

const whoCloses: Readonly<Record<Closer, (channel: string) => string>> = {
  time: (channel) => `nothing ever closes "${channel}" (Stop does not either)`,
  signal: (channel) => `neither this package nor os/signal closes "${channel}"`,
  function: (channel) => `nothing in the function closes "${channel}"`,
  package: (channel) => `nothing in the package closes "${channel}"`,
};

/** A place in words; only one in the file of the finding can be a link. */
function place({ file, line }: Site): Part {
  return file === undefined ? { words: `at line ${line}`, line } : `in ${file} at line ${line}`;
}

type BlockedSend = FactByKind['blocked-send'];

function arrival(until: FactByKind['context-wait']['until']): string {
  return until === 'channel' ? 'that channel is closed' : 'that context ends';
}

function receivers({ channel, receives, many, again }: BlockedSend): string {
  if (again && receives > 0) return `nobody receives from "${channel}" any more `;
  if (receives === 0) return `nobody receives from "${channel}" `;
  const times = receives === 1 ? 'one value' : `${receives} values`;
  return `only ${times} ${receives === 1 ? 'is' : 'are'} received from "${channel}"${many ? ', on which several goroutines send,' : ''} `;
}

function leaving({ leaves, receives, again }: BlockedSend): readonly Part[] {
  const once = receives === 0 || again ? 'once' : 'before';
  if (leaves.by === 'clause') return [`${once} "${leaves.clause}" `, { words: `at line ${leaves.line}`, line: leaves.line }, ' leaves'];
  return [`${once} the function `, { words: `${leaves.by === 'end' ? 'ends' : 'returns'} at line ${leaves.line}`, line: leaves.line }];
}

function variable({ holder }: Resource): string {
  return holder === undefined ? 'its variable' : `"${holder}"`;
}

function exit({ exit: kind, line }: { readonly exit: ExitKind; readonly line: number }): Place {
  const words = { return: 'returns', end: 'ends', goexit: 'calls runtime.Goexit' } satisfies Record<ExitKind, string>;
  return { words: `${words[kind]} at line ${line}`, line };
}

/** The first word of a method's name, as a verb: `stop` of `Stop`, `unregister` of `UnregisterAll`. */
function verb({ release, held }: Resource): string {
  if (held !== undefined) return held === 'function' ? 'call' : 'stop';
  return (/^\p{Lu}?\P{Lu}+/u.exec(release)?.[0] ?? release).toLowerCase();
}

function thirdPerson(infinitive: string): string {
  return /(?:[sxz]|ch|sh)$/.test(infinitive) ? `${infinitive}es` : `${infinitive}s`;
}

function releaseCall({ noun, holder, release, held, part }: Resource): string {
  if (held === 'function') return holder === undefined ? `the ${noun}` : `${holder}()`;
  return holder === undefined ? `its ${release}` : `${[holder, ...(part === undefined ? [] : [part]), release].join('.')}()`;
}

/** A release that takes the variable as it is when the function ends, whatever it holds then. */
function lateRelease(resource: Resource): string {
  if (resource.holder === undefined && resource.held === 'function') return `defer a function literal that calls the ${resource.noun}`;
  if (resource.holder === undefined) return `defer a function literal that calls its ${resource.release}`;
  return `write defer func() { ${releaseCall(resource)} }()`;
}

/** A Stop deferred by the spawner of a goroutine stops its ticker at once: the place matters as much as the call. */
function deferredRelease(resource: Resource): string {
  if (resource.held === 'function') return deferredCall(resource);
  if (resource.withError) {
    return resource.holder === undefined
      ? `Keep the result of ${resource.call} in a variable and defer its ${resource.release} directly behind the check of its error.`
      : `Write defer ${releaseCall(resource)} directly behind the check of the error of ${resource.call}, before any other return.`;
  }
  const place = `directly after ${resource.call}, in the function or literal that uses the ${resource.noun},`
    + ' not in the one that starts it';
  if (resource.holder !== undefined) return `Write defer ${releaseCall(resource)} ${place}.`;
  return `Keep the ${resource.noun} in a variable and defer its ${resource.release} ${place}.`;
}

/** The directive without its reason. */
function directiveHead(directive: string): string {
  return directive.split(' ', 2).join(' ');
}

function put(manner: FactByKind['only-grows']['manner'], key: string | undefined): string {
  if (key === undefined) return 'appends to it';
  return { stores: `stores under ${key}`, appends: `appends under ${key}`, counts: `counts under ${key}` }[manner];
}

function others(more: number, noun: string): string {
  if (more === 0) return '';
  return more === 1 ? ` (and so it is with one more ${noun} in this function)` : ` (and so it is with ${more} more ${noun}s in this function)`;
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

/** Only `//lint:` directives need a reason: the third word. */
function lacksReason(directive: string): boolean {
  return directive.startsWith('//lint:') && directive.split(' ').length < 3;
}

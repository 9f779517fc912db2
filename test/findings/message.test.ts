import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/findings/fact.ts';
import type { Remedy, Resource } from '../../src/findings/resource.ts';
import { fix, message, messageParts, stepText } from '../../src/findings/message.ts';
import { makeFinding, ticker, withFact } from './make-finding.ts';

const unheld = { ...ticker, holder: undefined };
const file = { noun: 'file', holder: 'f', call: 'os.Open', release: 'Close', released: 'closed' };
const line = 31;
const remedy: Remedy = { kind: 'defer' };
const meter = { noun: 'meter', holder: 'm', call: 'metrics.NewMeter', release: 'Stop', released: 'stopped' };
const named = { noun: 'meter', holder: undefined, call: 'metrics.GetOrRegisterMeter', release: 'Unregister', released: 'unregistered' };
const evicting = {
  call: 's.cache.Set',
  key: 'id',
  line,
  elsewhere: undefined,
  ends: 'Close',
  remove: 's.cache.Delete',
  hidesExpired: false,
  raced: false,
  sooner: undefined,
};

const cancel: Resource = {
  noun: 'cancel function', holder: 'cancel', call: 'context.WithCancel', release: '', released: 'called', held: 'function',
  effect: 'the context stays until its parent ends',
};

const onePerKind: { readonly [K in Fact['kind']]: Extract<Fact, { kind: K }> } = {
  'missed-exit': { kind: 'missed-exit', resource: ticker, exit: 'return', line, remedy },
  'no-handle': { kind: 'no-handle', resource: unheld, exit: 'return', line, remedy },
  'each-pass': { kind: 'each-pass', resource: ticker, line, oneWillDo: true, derived: false },
  overwritten: { kind: 'overwritten', resource: ticker, line, derived: false, covered: false },
  'stale-defer': { kind: 'stale-defer', resource: ticker, line, derived: false },
  'field-never-released': { kind: 'field-never-released', resource: unheld, field: 'tick', type: 'Poller' },
  'owner-dropped': { kind: 'owner-dropped', resource: unheld, field: 'tick', owner: 'p', line },
  'released-early': { kind: 'released-early', resource: ticker, line, started: 28 },
  'unending-range': {
    kind: 'unending-range',
    channel: 't.C',
    closer: 'time',
    flag: undefined,
    started: { file: undefined, line },
    stopped: undefined,
  },
  'endless-loop': {
    kind: 'endless-loop',
    waits: '<-t.C',
    started: { file: 'server.go', line },
    stopped: { file: undefined, line },
    reads: false,
    exits: false,
  },
  'unfed-return': { kind: 'unfed-return', channel: 'ready', started: 20, line },
  'context-wait': {
    kind: 'context-wait',
    waits: '<-ctx.Done()',
    started: 20,
    end: { call: 'conn.Close()', line: 26 },
    line,
    until: 'context',
  },
  'looks-between': { kind: 'looks-between', waits: 'ln.Accept', look: '<-stop', line },
  'ignored-done': { kind: 'ignored-done', clause: 'case <-ctx.Done()', by: 'break', line },
  'blocked-send': {
    kind: 'blocked-send',
    channel: 'c',
    capacity: 0,
    made: 20,
    started: 28,
    receives: 0,
    many: false,
    again: false,
    values: 1,
    leaves: { by: 'clause', clause: 'case <-ctx.Done()', line },
  },
  'surplus-send': { kind: 'surplus-send', channel: 'c', capacity: 0, started: 28, values: 2, receives: 1, each: true },
  'unheard-reply': {
    kind: 'unheard-reply', channel: 'r.reply', field: 'reply', made: { file: 'client.go', line }, clause: 'case <-ctx.Done()',
    left: { file: 'client.go', line },
  },
  'unread-send': { kind: 'unread-send', channel: 'out', started: { file: undefined, line }, left: { file: 'client.go', line } },
  'send-before-receiver': { kind: 'send-before-receiver', channel: 'c', made: 28 },
  'blocked-receive': { kind: 'blocked-receive', channel: 'c', where: 'package', made: { file: 'server.go', line } },
  'registered-channel-closed': { kind: 'registered-channel-closed', channel: 'c', registered: { file: undefined, line }, stopped: false },
  'signal-left-registered': { kind: 'signal-left-registered', channel: 'c', line },
  'container-never-released': { kind: 'container-never-released', resource: meter, container: 's.meters' },
  'eager-argument': { kind: 'eager-argument', resource: { ...meter, holder: undefined }, lookup: 'r.GetOrRegister' },
  'name-never-unregistered': { kind: 'name-never-unregistered', resource: named, part: 'topic', more: 0 },
  'registry-of-instance': { kind: 'registry-of-instance', resource: named, registry: 'c.registry', type: 'Broker', end: 'Close', more: 2 },
  'eviction-skipped': { kind: 'eviction-skipped', drops: 'one', cache: evicting },
  'cache-copied': { kind: 'cache-copied', call: 'cache.New' },
  'never-swept': { kind: 'never-swept', call: 'cache.New', sweeper: 'DeleteExpired' },
  'handshake-unbounded': { kind: 'handshake-unbounded', call: 'ssh.NewServerConn', connection: 'conn', loop: line },
  'dial-unbounded': { kind: 'dial-unbounded', call: 'ssh.Dial', field: 'Timeout', connectOnly: false },
  'literal-unbounded': { kind: 'literal-unbounded', type: 'http.Transport', field: 'DialContext' },
  'transport-dropped': { kind: 'transport-dropped', type: 'http.Transport', holder: 't', release: 'CloseIdleConnections' },
  'keep-alive-off': { kind: 'keep-alive-off', by: 'conn.SetKeepAlive(false)' },
  'pending-each-pass': {
    kind: 'pending-each-pass',
    duration: 'time.Minute',
    line,
    bounded: false,
    clause: { text: 'case <-events', line: 33 },
    resource: { noun: 'timer', holder: undefined, call: 'time.After', release: '', released: 'stopped', held: 'channel' },
  },
  'deferred-in-loop': { kind: 'deferred-in-loop', call: 'f.Close()', line, loop: 'ends' },
  'unlock-deferred-in-loop': { kind: 'unlock-deferred-in-loop', call: 'mu.Unlock()', lock: 'mu.Lock', line },
  'only-grows': {
    kind: 'only-grows',
    container: { noun: 'map', name: 'cache' },
    by: 'GetUser',
    manner: 'stores',
    key: 'id',
    more: 0,
    finalizer: undefined,
    exported: false,
  },
  'lost-value': { kind: 'lost-value', container: 'workers', value: 'newWorker()', key: 'name' },
  'unused-suppression': { kind: 'unused-suppression', directive: '//nolint:ticker-not-stopped' },
};

describe('message', () => {
  it.each<[Fact, string]>([
    [onePerKind['missed-exit'], 'ticker "t" from time.NewTicker is not stopped when the function returns at line 31'],
    [
      { kind: 'missed-exit', resource: ticker, exit: 'end', line, remedy },
      'ticker "t" from time.NewTicker is not stopped when the function ends at line 31',
    ],
    [
      { kind: 'missed-exit', resource: ticker, exit: 'goexit', line, remedy },
      'ticker "t" from time.NewTicker is not stopped when the function calls runtime.Goexit at line 31',
    ],
    [
      { kind: 'missed-exit', resource: unheld, exit: 'end', line, remedy },
      'the ticker from time.NewTicker is not stopped when the function ends at line 31',
    ],
    [
      { kind: 'missed-exit', resource: file, exit: 'return', line, remedy },
      'file "f" from os.Open is not closed when the function returns at line 31',
    ],
    [
      onePerKind['no-handle'],
      'nothing holds the ticker from time.NewTicker itself, so nobody can stop it when the function returns at line 31',
    ],
    [
      { kind: 'no-handle', resource: { ...ticker, holder: 'c' }, exit: 'end', line, remedy: { kind: 'defer' } },
      '"c" is only the channel of the ticker from time.NewTicker, so nobody can stop it when the function ends at line 31',
    ],
    [
      onePerKind['handshake-unbounded'],
      'ssh.NewServerConn waits for the peer on "conn", which has no deadline and which nothing closes meanwhile:'
        + ' a silent peer holds this goroutine for ever, and the loop at line 31 accepts nobody else',
    ],
    [
      { ...onePerKind['handshake-unbounded'], loop: undefined },
      'ssh.NewServerConn waits for the peer on "conn", which has no deadline and which nothing closes meanwhile:'
        + ' a silent peer holds this goroutine for ever',
    ],
    [onePerKind['dial-unbounded'], 'ssh.Dial is given no Timeout: a host that does not answer holds this goroutine'],
    [
      { ...onePerKind['dial-unbounded'], connectOnly: true },
      'Timeout bounds only the connect: ssh.Dial then waits without a limit for the handshake of the peer',
    ],
    [
      { kind: 'dial-unbounded', call: 'net.Dial', field: undefined, connectOnly: false },
      'net.Dial has no timeout: it waits for a host that does not answer as long as the system does',
    ],
    [onePerKind['literal-unbounded'], 'http.Transport without DialContext dials without a timeout: what the default one has is lost'],
    [
      onePerKind['keep-alive-off'],
      'conn.SetKeepAlive(false) switches keep-alive off, and nothing here sets a deadline: whoever reads from a peer that is gone waits for ever',
    ],
    [
      { kind: 'no-handle', resource: { ...file, holder: undefined, withError: true }, exit: 'return', line, remedy: { kind: 'defer' } },
      'nothing holds the file from os.Open, so nobody can close it when the function returns at line 31',
    ],
    [
      onePerKind['each-pass'],
      'ticker "t" from time.NewTicker is made anew in each pass of the loop at line 31, and the one of the pass before is not stopped',
    ],
    [onePerKind.overwritten, 'ticker "t" from time.NewTicker is not stopped before "t" is given another value at line 31'],
    [
      onePerKind['stale-defer'],
      'ticker "t" from time.NewTicker is not stopped: the deferred Stop at line 31 stops the old ticker, not this one',
    ],
    [
      { kind: 'stale-defer', resource: file, line, derived: false },
      'file "f" from os.Open is not closed: the deferred Close at line 31 closes the old file, not this one',
    ],
    [
      onePerKind['field-never-released'],
      'no method of this package stops field "tick" of Poller, which holds the ticker from time.NewTicker',
    ],
    [
      onePerKind['owner-dropped'],
      'the ticker from time.NewTicker in field "tick" of "p" is not stopped when the function drops "p" and returns at line 31',
    ],
    [
      onePerKind['released-early'],
      'ticker "t" from time.NewTicker is stopped when the function returns at line 31, while the goroutine started at line 28 still uses it',
    ],
    [
      onePerKind['unending-range'],
      'nothing ever closes "t.C" (Stop does not either), so this loop never ends and the goroutine started at line 31 stays for ever',
    ],
    [
      { ...onePerKind['unending-range'], channel: 'q.jobs', closer: 'package', flag: 'stopped' },
      'nothing in the package closes "q.jobs" and nothing is sent on it once "stopped" is set, so this loop never sees that'
        + ' and the goroutine started at line 31 stays for ever',
    ],
    [
      onePerKind['endless-loop'],
      'this loop has no way out: it waits for <-t.C in each pass, and the goroutine started in server.go at line 31 outlives its owner,'
        + ' who stops the ticker at line 31',
    ],
    [
      onePerKind['looks-between'],
      'this loop looks at "<-stop" at line 31 only between two calls of ln.Accept: told to stop, its goroutine stays there until one more'
        + ' connection comes',
    ],
    [
      onePerKind['ignored-done'],
      'the break at line 31 leaves only the select, so "case <-ctx.Done()" does not end this loop: once that channel is closed, it spins',
    ],
    [
      { ...onePerKind['ignored-done'], by: 'nothing' },
      '"case <-ctx.Done()" at line 31 does not leave this loop: once that channel is closed, it spins',
    ],
    [
      onePerKind['blocked-send'],
      'nobody receives from "c" once "case <-ctx.Done()" at line 31 leaves: the goroutine started at line 28 then stays in this send for ever',
    ],
    [
      { ...onePerKind['blocked-send'], leaves: { by: 'end', line } },
      'nobody receives from "c" once the function ends at line 31: the goroutine started at line 28 then stays in this send for ever',
    ],
    [
      { ...onePerKind['blocked-send'], receives: 1, many: true, leaves: { by: 'return', line } },
      'only one value is received from "c", on which several goroutines send, before the function returns at line 31:'
        + ' the goroutine started at line 28 then stays in this send for ever',
    ],
    [
      onePerKind['surplus-send'],
      'each goroutine started at line 28 may send 2 values on "c", one after the other, and one is received for each:'
        + ' it then stays in this send for ever',
    ],
    [
      { ...onePerKind['surplus-send'], capacity: 1, values: 4, receives: 2, each: false },
      'the goroutine started at line 28 may send 4 values on "c", one after the other, and 2 are received, with room for 1 more:'
        + ' it then stays in this send for ever',
    ],
    [
      onePerKind['unheard-reply'],
      'nobody receives from "r.reply" where the caller has given up by "case <-ctx.Done()" in client.go at line 31:'
        + ' whoever answers then waits in this send for ever, and with it all who need an answer',
    ],
    [
      onePerKind['unread-send'],
      'nobody receives from "out" any more once its reader leaves in client.go at line 31: the goroutine started at line 31'
        + ' then stays in this send for ever',
    ],
    [
      onePerKind['send-before-receiver'],
      'this send never ends: nobody else knows "c", made without a buffer at line 28, so nobody can receive',
    ],
    [onePerKind['blocked-receive'], 'nothing in the package sends on or closes "c", made in server.go at line 31: this receive never ends'],
    [
      { ...onePerKind['blocked-receive'], where: 'function', made: undefined },
      'nothing in the function sends on or closes "c": this receive never ends',
    ],
    [onePerKind['registered-channel-closed'], '"c" is closed while signal.Notify at line 31 still sends to it: the next signal panics'],
    [
      { ...onePerKind['registered-channel-closed'], stopped: true },
      '"c" is closed while signal.Notify at line 31 still sends to it, signal.Stop comes later: the next signal panics',
    ],
    [
      onePerKind['signal-left-registered'],
      '"c" is still registered with signal.Notify when the function returns at line 31: it is kept for ever,'
        + ' and the signals no longer do what they did before',
    ],
    [
      onePerKind['container-never-released'],
      'meter "m" from metrics.NewMeter is kept in s.meters, and nothing in this package stops what leaves it; the library keeps each meter until then',
    ],
    [
      onePerKind['eager-argument'],
      'metrics.NewMeter runs before r.GetOrRegister can find the meter that is registered: each further call makes one that nobody holds and the library keeps',
    ],
    [
      onePerKind['name-never-unregistered'],
      'the meter from metrics.GetOrRegisterMeter is registered under a name made of topic, and nothing in this package unregisters it: one stays for every topic ever seen',
    ],
    [
      onePerKind['registry-of-instance'],
      'the meter from metrics.GetOrRegisterMeter goes into c.registry, a registry of its own for each owner, and Close of Broker does not unregister it:'
        + ' the library keeps it when the registry is gone (and so it is with 2 more meters in this function)',
    ],
    [
      onePerKind['eviction-skipped'],
      's.cache.Set replaces the old value of id without the callback at line 31, which calls Close on the value',
    ],
    [
      { kind: 'eviction-skipped', drops: 'all', cache: { ...evicting, call: 's.cache.Flush', ends: undefined } },
      's.cache.Flush drops all values without the callback at line 31, which uses the value',
    ],
    [
      {
        kind: 'eviction-skipped',
        drops: 'one',
        cache: { ...evicting, ends: '()', elsewhere: 'new.go', hidesExpired: true, sooner: { ttl: 'ttl', sweep: 'time.Hour' } },
      },
      's.cache.Set replaces the old value of id without the callback at new.go:31, which calls the value: one that has expired,'
        + ' but is not swept yet, is lost (often: entries live ttl, the sweeper comes every time.Hour)',
    ],
    [
      { kind: 'eviction-skipped', drops: 'one', cache: { ...evicting, raced: true } },
      's.cache.Set replaces the old value of id without the callback at line 31, which calls Close on the value:'
        + ' since the lock was released, another goroutine may have put one there',
    ],
    [
      onePerKind['cache-copied'],
      'the cache from cache.New is copied by value: its sweeper is stopped as soon as the original is collected, and expired entries stay for ever',
    ],
    [
      onePerKind['never-swept'],
      'the cache from cache.New has no sweep interval, and nothing in this package calls DeleteExpired: expired entries stay, and the eviction callback never sees them',
    ],
    [
      { kind: 'missed-exit', resource: cancel, exit: 'return', line, remedy },
      'cancel function "cancel" from context.WithCancel is not called when the function returns at line 31: the context stays until its parent ends',
    ],
    [
      { kind: 'no-handle', resource: { ...cancel, holder: undefined }, exit: 'return', line, remedy: { kind: 'defer' } },
      'the cancel function from context.WithCancel is discarded, so nobody can call it when the function returns at line 31: the context stays until its parent ends',
    ],
    [
      { kind: 'stale-defer', resource: cancel, line, derived: false },
      'cancel function "cancel" from context.WithCancel is not called: the deferred call at line 31 calls the old cancel function, not this one',
    ],
    [
      { kind: 'no-handle', resource: { ...unheld, call: 'time.Tick', release: '', held: 'channel' }, exit: 'end', line, remedy: { kind: 'defer' } },
      'time.Tick gives only the channel of its ticker, so nobody can stop it when the function ends at line 31',
    ],
    [
      onePerKind['pending-each-pass'],
      'each "case <-events" at line 33 leaves the timer from time.After pending for time.Minute, and the loop at line 31 makes another one',
    ],
    [
      { ...onePerKind['pending-each-pass'], clause: undefined, duration: undefined },
      'each pass of the loop at line 31 leaves the timer from time.After pending, and makes another one',
    ],
    [
      onePerKind['deferred-in-loop'],
      'defer f.Close() runs when the function ends, after all passes: the loop at line 31 keeps what each of them has opened until then',
    ],
    [
      { ...onePerKind['deferred-in-loop'], loop: 'endless' },
      'defer f.Close() runs when the function ends, not when a pass ends: the loop at line 31 has no end of its own, and adds one in each pass',
    ],
    [
      onePerKind['unlock-deferred-in-loop'],
      'defer mu.Unlock() runs when the function ends: the next pass of the loop at line 31 waits in mu.Lock for ever',
    ],
    [onePerKind['only-grows'], 'map "cache" only grows: GetUser stores under id, and nothing in this package removes entries'],
    [
      { ...onePerKind['only-grows'], manner: 'counts', more: 2, exported: true },
      'map "cache" only grows: GetUser counts under id (so do 2 other places), and nothing in this package removes entries; other packages could',
    ],
    [
      { ...onePerKind['only-grows'], container: { noun: 'slice', name: 'log' }, key: undefined, more: 1 },
      'slice "log" only grows: GetUser appends to it (so does one other place), and nothing in this package removes entries',
    ],
    [
      { ...onePerKind['only-grows'], finalizer: line },
      'map "cache" only grows: GetUser stores under id, and nothing in this package removes entries; the finalizer at line 31 never runs, because the map keeps the value reachable',
    ],
    [
      onePerKind['lost-value'],
      'newWorker() is made on every call of LoadOrStore: when name is already in "workers", nobody holds it, and what it has started goes on',
    ],
    [onePerKind['unused-suppression'], '"//nolint:ticker-not-stopped" matches no finding'],
    [
      { kind: 'unused-suppression', directive: '//lint:ignore ticker-not-stopped old reason' },
      '"//lint:ignore ticker-not-stopped" matches no finding',
    ],
    [
      { kind: 'unused-suppression', directive: '//lint:ignore ticker-not-stopped' },
      '"//lint:ignore ticker-not-stopped" suppresses nothing, because it gives no reason',
    ],
  ])('%o', (fact, expected) => {
    expect(message(withFact(fact))).toBe(expected);
  });

  it('takes the verb from the first word of the release', () => {
    const meter = { noun: 'meter', holder: undefined, call: 'metrics.NewMeter', release: 'UnregisterAll', released: 'unregistered' };
    const fact: Fact = { kind: 'field-never-released', resource: meter, field: 'm', type: 'Server' };
    expect(message(withFact(fact))).toBe(
      'no method of this package unregisters field "m" of Server, which holds the meter from metrics.NewMeter',
    );
  });

  it('adds an e after a sibilant', () => {
    const buffer = { noun: 'writer', holder: 'w', call: 'bufio.NewWriter', release: 'Flush', released: 'flushed' };
    expect(message(withFact({ kind: 'stale-defer', resource: buffer, line, derived: false }))).toContain(
      'the deferred Flush at line 31 flushes the old writer',
    );
  });

  it('says of a collected resource that it is kept until it is unreachable', () => {
    expect(message(makeFinding({ collected: true, level: 'note' }))).toBe(
      'ticker "t" from time.NewTicker is not stopped when the function returns at line 31'
      + '; with this Go version it is kept until it is unreachable, Stop is tidier');
  });

  it.each(Object.values(onePerKind))('never speaks of a leak where the runtime collects: $kind', (fact) => {
    const finding = makeFinding({ fact, collected: true, level: 'note' });
    expect(`${message(finding)} ${fix(finding)}`).not.toMatch(/leak/i);
  });

  it.each(Object.values(onePerKind))('is one line without a full stop: $kind', (fact) => {
    expect(message(withFact(fact))).toMatch(/^[^\n]*[^.\n]$/);
  });
});

describe('messageParts', () => {
  it('marks the place of the exit', () => {
    expect(messageParts(makeFinding())).toEqual([
      'ticker "t" from time.NewTicker is not stopped when the function ', { words: 'returns at line 31', line: 31 },
    ]);
  });
});

describe('fix', () => {
  it.each<[Fact, string]>([
    [
      onePerKind['missed-exit'],
      'Write defer t.Stop() directly after time.NewTicker, in the function or literal that uses the ticker, not in the one that starts it.',
    ],
    [
      onePerKind['no-handle'],
      'Keep the ticker in a variable and defer its Stop directly after time.NewTicker, in the function or literal that uses the ticker,'
        + ' not in the one that starts it.',
    ],
    [
      onePerKind['each-pass'],
      'Make one ticker before the loop and defer its Stop there, or call t.Stop() before each continue and at the end of the pass.',
    ],
    [onePerKind.overwritten, 'Call t.Stop() before the assignment at line 31; for the last one, write defer func() { t.Stop() }().'],
    [
      onePerKind['stale-defer'],
      'Call t.Stop() before the new ticker is assigned; in place of the defer at line 31, write defer func() { t.Stop() }().',
    ],
    [
      onePerKind['field-never-released'],
      'Call Stop on field "tick" in the method that ends the life of Poller (Close, Stop, Shutdown), and where its constructor returns an error.',
    ],
    [onePerKind['owner-dropped'], 'Call p.tick.Stop(), or the method of "p" that does, before the return at line 31.'],
    [
      { kind: 'missed-exit', resource: cancel, exit: 'end', line, remedy },
      'Write defer cancel() directly after context.WithCancel.',
    ],
    [
      { kind: 'no-handle', resource: { ...cancel, holder: undefined }, exit: 'end', line, remedy: { kind: 'defer' } },
      'Keep the cancel function in a variable and defer its call directly after context.WithCancel.',
    ],
    [
      { kind: 'each-pass', resource: cancel, line, oneWillDo: true, derived: false },
      'Call cancel() before each continue and at the end of the pass, or move the pass into a function that defers it.',
    ],
    [
      { kind: 'overwritten', resource: cancel, line, derived: false, covered: false },
      'Call cancel() before the assignment at line 31; for the last one, write defer func() { cancel() }().',
    ],
    [
      { kind: 'field-never-released', resource: { ...cancel, holder: undefined }, field: 'cancel', type: 'Worker' },
      'Call field "cancel" in the method that ends the life of Worker (Close, Stop, Shutdown), and where its constructor returns an error.',
    ],
    [
      { kind: 'owner-dropped', resource: { ...cancel, holder: undefined }, field: 'cancel', owner: 'w', line },
      'Call w.cancel(), or the method of "w" that does, before the return at line 31.',
    ],
    [
      { kind: 'each-pass', resource: { ...unheld, call: 'time.Tick', release: '', held: 'channel' }, line, oneWillDo: true, derived: false },
      'Make one ticker with time.NewTicker before the loop and defer its Stop there.',
    ],
    [
      onePerKind['pending-each-pass'],
      'Make one timer with time.NewTimer before the loop, defer its Stop there, and call Reset in each pass.',
    ],
    [
      onePerKind['deferred-in-loop'],
      'Move the body of the loop into a function, so that the defer runs in each pass, or call f.Close() without defer at the end of the pass, and before each continue, break or return in it.',
    ],
    [onePerKind['unused-suppression'], 'Remove it, or the names in it that are no longer needed.'],
    [
      { kind: 'unused-suppression', directive: '//lint:ignore ticker-not-stopped' },
      'Write the reason after the names of the rules, on the same line.',
    ],
  ])('%o', (fact, expected) => {
    expect(fix(withFact(fact))).toBe(expected);
  });
});

describe('stepText', () => {
  const at = { path: 'a.go', line: 3, column: 10, endColumn: 22, source: '\t\tcase <-ctx.Done():' };

  it('names the two ends of the way, and shows the source of a branch', () => {
    expect(stepText({ kind: 'acquired', location: at })).toBe('acquired here');
    expect(stepText({ kind: 'exit', location: at })).toBe('the function is left here');
    expect(stepText({ kind: 'taken', location: { ...at, column: 8, endColumn: 20 } })).toBe('by way of <-ctx.Done()');
  });
});

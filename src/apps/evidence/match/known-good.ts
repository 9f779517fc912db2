import type { PlacedStack } from '../places/place-stacks.ts';
import type { Wait } from '../profile/profile.ts';
import { functionsLike } from './function-pattern.ts';

/** Goroutines that wait because they should. */
interface KnownGood {
  readonly has: (func: string) => boolean;
  readonly wait?: Wait;
  /** What they are, in the plural. */
  readonly words: string;
}

/** Each from the source of its library. The first that fits counts. */
const known: readonly KnownGood[] = [
  { has: functionsLike(['runtime/pprof.*', 'net/http/pprof.*']), words: 'goroutines that write the profile' },
  {
    has: functionsLike(['net/http.(*persistConn).readLoop', 'net/http.(*persistConn).writeLoop']),
    words: 'sides of HTTP connections to servers',
  },
  {
    has: functionsLike(['net/http.(*http2ClientConn).readLoop', '*http2.(*ClientConn).readLoop']),
    wait: 'io',
    words: 'HTTP/2 connections kept for reuse',
  },
  {
    has: functionsLike(['net/http.(*connReader).backgroundRead']),
    words: 'watchers of HTTP connections whose request is under way',
  },
  {
    has: functionsLike(['net/http.(*http2serverConn).*', '*http2.(*serverConn).*']),
    words: 'sides of HTTP/2 connections of clients',
  },
  {
    has: functionsLike(['*.(*TCPListener).Accept', '*.(*UnixListener).Accept', 'net.(*TCPListener).AcceptTCP']),
    wait: 'io',
    words: 'listeners that wait for connections',
  },
  { has: functionsLike(['os/signal.loop', 'os/signal.signal_recv']), words: 'receivers of signals of the system' },
  {
    has: functionsLike([
      'database/sql.(*DB).connectionOpener',
      'database/sql.(*DB).connectionCleaner',
      'database/sql.(*DB).connectionResetter',
    ]),
    words: 'goroutines of database handles',
  },
  {
    has: functionsLike(['testing.(*T).Run', 'testing.(*T).Parallel', 'testing.(*M).*', 'testing.runTests*']),
    words: 'goroutines of the test runner',
  },
  { has: functionsLike(['*metrics.(*meterArbiter).tick']), words: 'clocks of go-metrics, of which there is one' },
  {
    has: functionsLike(['go.opencensus.io/stats/view.(*worker).start']),
    words: 'workers of opencensus, of which there is one',
  },
  {
    has: functionsLike([
      '*glog.(*loggingT).flushDaemon',
      '*klog*.flushDaemon',
      '*klog*.(*flushDaemon).run*',
      'github.com/golang/glog.*flushDaemon',
    ]),
    words: 'flushers of logs',
  },
  { has: functionsLike(['*lumberjack*.(*Logger).millRun']), words: 'rotators of logs' },
  {
    has: functionsLike([
      'google.golang.org/grpc/internal/transport.*',
      'google.golang.org/grpc.(*addrConn).*',
      'google.golang.org/grpc.(*ccBalancerWrapper).*',
    ]),
    words: 'sides of gRPC connections',
  },
  { has: functionsLike(['internal/poll.(*FD).Accept']), words: 'listeners that wait for connections' },
];

/** Functions that are called to wait for other goroutines. */
const isWaiting = functionsLike(['runtime.*', 'sync.*', 'internal/sync.*']);

/** What goroutines are, in the plural, that wait as they should; undefined for others. */
export function knownGood({ stack, own }: PlacedStack): string | undefined {
  if (stack.wait === 'runtime') return 'goroutines of the runtime';
  // What waits in code of the checkout itself is nobody else's business, nor is what it calls to wait.
  if (own[0] && stack.frames.slice(0, own[0].index).every(({ func }) => isWaiting(func))) return undefined;
  const fitting = known.find(({ has, wait }) =>
    (wait === undefined || wait === stack.wait) && stack.frames.some(({ func }) => has(func)));
  if (fitting) return fitting.words;
  const outermost = stack.frames.at(-1)?.func;
  if (own.length === 0 && stack.frames.some(({ func }) => func === 'net/http.(*conn).serve'))
    return 'HTTP connections of clients that wait for a request';
  return outermost === 'runtime.main' || outermost === 'main.main' ? 'main goroutines' : undefined;
}

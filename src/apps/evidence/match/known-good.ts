import type { PlacedStack } from '../places/place-stacks.ts';
import type { Wait } from '../profile/profile.ts';
import { fits } from './families.ts';

/** Goroutines that wait because they should. */
interface KnownGood {
  readonly functions: readonly string[];
  readonly wait?: Wait;
  /** What they are, in the plural. */
  readonly words: string;
}

/** Each from the source of its library. The first that fits counts. */
const known: readonly KnownGood[] = [
  { functions: ['runtime/pprof.*', 'net/http/pprof.*'], words: 'goroutines that write the profile' },
  { functions: ['net/http.(*persistConn).readLoop', 'net/http.(*persistConn).writeLoop'], words: 'sides of HTTP connections to servers' },
  { functions: ['net/http.(*http2ClientConn).readLoop', '*http2.(*ClientConn).readLoop'], wait: 'io', words: 'HTTP/2 connections kept for reuse' },
  { functions: ['net/http.(*connReader).backgroundRead'], words: 'watchers of HTTP connections whose request is under way' },
  { functions: ['net/http.(*http2serverConn).*', '*http2.(*serverConn).*'], words: 'sides of HTTP/2 connections of clients' },
  { functions: ['*.(*TCPListener).Accept', '*.(*UnixListener).Accept', 'net.(*TCPListener).AcceptTCP'], wait: 'io', words: 'listeners that wait for connections' },
  { functions: ['os/signal.loop', 'os/signal.signal_recv'], words: 'receivers of signals of the system' },
  { functions: ['database/sql.(*DB).connectionOpener', 'database/sql.(*DB).connectionCleaner', 'database/sql.(*DB).connectionResetter'], words: 'goroutines of database handles' },
  { functions: ['testing.(*T).Run', 'testing.(*T).Parallel', 'testing.(*M).*', 'testing.runTests*'], words: 'goroutines of the test runner' },
  { functions: ['*metrics.(*meterArbiter).tick'], words: 'clocks of go-metrics, of which there is one' },
  { functions: ['go.opencensus.io/stats/view.(*worker).start'], words: 'workers of opencensus, of which there is one' },
  { functions: ['*glog.(*loggingT).flushDaemon', '*klog*.flushDaemon', '*klog*.(*flushDaemon).run*', 'github.com/golang/glog.*flushDaemon'], words: 'flushers of logs' },
  { functions: ['*lumberjack*.(*Logger).millRun'], words: 'rotators of logs' },
  { functions: ['google.golang.org/grpc/internal/transport.*', 'google.golang.org/grpc.(*addrConn).*', 'google.golang.org/grpc.(*ccBalancerWrapper).*'], words: 'sides of gRPC connections' },
  { functions: ['internal/poll.(*FD).Accept'], words: 'listeners that wait for connections' },
];

/** What goroutines are, in the plural, that wait as they should; undefined for others. */
export function knownGood({ stack, own }: PlacedStack): string | undefined {
  if (stack.wait === 'runtime') return 'goroutines of the runtime';
  // What waits in code of the checkout itself is nobody else's business.
  if (own[0]?.index === 0) return undefined;
  const fitting = known.find(({ functions, wait }) =>
    (wait === undefined || wait === stack.wait) && stack.frames.some(({ func }) => functions.some((pattern) => fits(pattern, func))));
  if (fitting) return fitting.words;
  const outermost = stack.frames.at(-1)?.func;
  if (own.length === 0 && stack.frames.some(({ func }) => func === 'net/http.(*conn).serve')) return 'HTTP connections of clients that wait for a request';
  return outermost === 'runtime.main' || outermost === 'main.main' ? 'main goroutines' : undefined;
}

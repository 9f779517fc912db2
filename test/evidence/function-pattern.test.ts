import { expect, test } from 'vitest';
import { functionsLike } from '../../src/apps/evidence/match/function-pattern.ts';

test.each([
  ['os/signal.loop', 'os/signal.loop', true],
  ['os/signal.loop', 'os/signal.loops', false],
  ['net/http.(*conn).serve', 'net/http.(*conn).serve', true],
  ['net/http.(*conn).serve', 'net/http.(xconn).serve', false],
  ['runtime/pprof.*', 'runtime/pprof.writeGoroutine', true],
  ['*.(*TCPListener).Accept', 'net.(*TCPListener).Accept', true],
  ['*http2.(*clientStream).doRequest', 'golang.org/x/net/http2.(*clientStream).doRequest', true],
  ['*http2.(*clientStream).doRequest', 'x.(*clientStream).doRequest', false],
  ['a*b*c', 'abc', true],
  ['a*b*c', 'axxbyyc', true],
  ['a*b*c', 'acb', false],
  ['ab*ba', 'aba', false],
])('%s and %s: %s', (pattern, symbol, expected) => {
  expect(functionsLike([pattern])(symbol)).toBe(expected);
});

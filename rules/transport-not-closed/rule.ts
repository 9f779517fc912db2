import type { DroppedTransport } from '../../src/engines/dropped-transport/rule.ts';

/** See rule.md beside this file. https://pkg.go.dev/net/http#Transport */
export default {
  engine: 'dropped-transport',
  id: 'transport-not-closed',
  summary: 'An http.Transport that is made for each call, and dropped with the connections that it keeps',
  tags: ['leak', 'goroutine', 'network', 'http'],
  type: 'net/http.Transport',
  client: { type: 'net/http.Client', field: 'Transport' },
  bounded: ['IdleConnTimeout', 'DisableKeepAlives'],
  dials: ['Dial', 'DialContext', 'DialTLS', 'DialTLSContext'],
  requests: ['Do', 'Get', 'Head', 'Post', 'PostForm', 'RoundTrip'],
  release: 'CloseIdleConnections',
  configuring: ['golang.org/x/net/http2.ConfigureTransport', 'golang.org/x/net/http2.ConfigureTransports'],
} as const satisfies DroppedTransport;

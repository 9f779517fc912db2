import type { UnboundedWait } from '../../src/engines/unbounded-wait/rule.ts';

const ssh = 'golang.org/x/crypto/ssh';

/** See rule.md beside this file. */
export default {
  engine: 'unbounded-wait',
  id: 'dial-without-timeout',
  summary: 'A dial or handshake that a silent peer holds up for ever',
  tags: ['leak', 'goroutine', 'network', 'timeout'],
  cwe: [400, 1088],
  precision: 'high',
  handshakes: { [`${ssh}.NewClientConn`]: 0, [`${ssh}.NewServerConn`]: 0, '(*crypto/tls.Conn).Handshake': -1 },
  configured: { [`${ssh}.Dial`]: { argument: 2, field: 'Timeout' } },
  dials: ['net.Dial', 'crypto/tls.Dial', 'net/rpc.Dial', 'net/rpc.DialHTTP', 'net/rpc/jsonrpc.Dial'],
  literals: {
    'net/http.Transport': { fields: ['DialContext', 'Dial', 'DialTLSContext', 'DialTLS'], within: 'net/http.Client', bound: 'Timeout' },
  },
  keepAlive: { types: ['net.Dialer', 'net.ListenConfig'], field: 'KeepAlive', methods: ['(*net.TCPConn).SetKeepAlive'] },
} as const satisfies UnboundedWait;

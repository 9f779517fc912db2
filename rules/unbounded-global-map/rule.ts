import type { Growth } from '../../src/engines/growth/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'growth',
  id: 'unbounded-global-map',
  summary: 'A map that lives as long as the process, gets an entry for each new key, and loses none',
  tags: ['leak', 'memory', 'map', 'cache'],
  cwe: [400, 401, 770],
  precision: 'very-high',
  container: 'map',
  entities: [
    'user', 'session', 'conn', 'connection', 'client', 'peer', 'request', 'req', 'customer', 'account', 'visitor', 'player',
    'member', 'job', 'task', 'stream', 'subscriber', 'message', 'order', 'cookie', 'email', 'ip', 'remote',
    'container', 'pod', 'pid', 'process', 'socket', 'upload', 'download', 'transaction', 'tx', 'txn', 'caller', 'sender',
    'recipient',
    // A token may be a currency, or a word of a language; these are given out to somebody.
    'accesstoken', 'authtoken', 'sessiontoken', 'refreshtoken', 'usertoken', 'logintoken', 'csrftoken', 'idtoken', 'jwttoken',
    'jwt', 'bearertoken', 'devicetoken', 'pushtoken', 'sharetoken', 'invitetoken', 'resettoken',
  ],
  ambiguous: ['account', 'client', 'conn', 'connection', 'job', 'member', 'process', 'stream', 'task'],
  settings: [
    'plugin', 'provider', 'driver', 'type', 'kind', 'rule', 'policy', 'route', 'tenant', 'org', 'organization', 'api', 'service',
    'serviceaccount',
    'module', 'config', 'option', 'flag', 'feature', 'field', 'column', 'table', 'schema', 'database', 'db', 'metric', 'label',
    'node', 'host', 'hostname', 'server', 'cluster', 'region', 'zone', 'shard', 'partition', 'disk', 'volume', 'chain',
    'language', 'lang', 'locale', 'format', 'category', 'codec', 'version', 'namespace', 'bucket', 'project', 'package',
    'command', 'template', 'tag', 'env', 'level', 'method', 'path', 'file', 'dir', 'url', 'uri', 'endpoint', 'pattern', 'regex',
    'regexp', 'protocol', 'interface', 'class', 'group', 'role', 'logger', 'clientid', 'code', 'status', 'reason', 'state',
    'action', 'operation', 'op', 'cmd', 'model', 'topic', 'queue', 'channel', 'app', 'application', 'component', 'agent',
    'algorithm', 'symbol', 'currency',
    // What has a number comes and goes; what somebody gave a name is configured.
    'jobname', 'taskname', 'streamname', 'clientname', 'processname', 'queryname', 'subscriptionname', 'connname',
    'connectionname', 'collection', 'dataset', 'resource', 'event', 'index', 'port', 'network', 'vendor', 'platform', 'target',
    'connector',
  ],
  owning: [
    '.../cache.New', '.../cache.NewCache', '.../ttlcache/v2.NewCache', '.../go-metrics.NewMeter', '.../go-metrics.NewTimer',
    '.../go-ethereum/metrics.NewMeter', 'time.NewTicker',
  ],
  // https://pkg.go.dev/golang.org/x/time/rate#NewLimiter, https://pkg.go.dev/github.com/juju/ratelimit#NewBucket
  perKey: [
    'golang.org/x/time/rate.NewLimiter', 'github.com/juju/ratelimit.NewBucket', 'github.com/juju/ratelimit.NewBucketWithRate',
    'github.com/juju/ratelimit.NewBucketWithQuantum', 'go.uber.org/ratelimit.New',
  ],
} as const satisfies Growth;

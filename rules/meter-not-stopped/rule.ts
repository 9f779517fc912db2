import type { Obligation } from '../../src/engines/obligation/rule.ts';

/** Where the library and its forks live. `.../go-ethereum/metrics` is every fork of geth that kept the tree. */
const rcrowley = 'github.com/rcrowley/go-metrics';
const geth = '.../go-ethereum/metrics';
const both = (name: string): readonly string[] => [`${rcrowley}.${name}`, `${geth}.${name}`];

/** See rule.md beside this file. NewRegisteredMeter of geth finds the meter of a name; that of rcrowley makes one each time. */
export default {
  engine: 'obligation',
  id: 'meter-not-stopped',
  summary: 'A go-metrics meter or timer made at run time that is never stopped or unregistered',
  tags: ['leak', 'memory', 'metrics'],
  cwe: [401, 772],
  precision: 'medium',
  noun: 'meter',
  released: 'stopped',
  acquire: [...both('NewMeter'), ...both('NewTimer'), `${rcrowley}.NewRegisteredMeter`, ...both('NewRegisteredTimer')],
  type: [...both('Meter'), ...both('Timer')],
  lookalikes: [],
  release: ['Stop'],
  uses: ['Mark', 'Count', 'Rate1', 'Rate5', 'Rate15', 'RateMean', 'Snapshot', 'Update', 'UpdateSince', 'Time', 'Max', 'Mean', 'Min', 'Sum'],
  keptByLibrary: true,
  registry: {
    named: [...both('GetOrRegisterMeter'), ...both('GetOrRegisterTimer'), `${geth}.NewRegisteredMeter`],
    registering: [`${rcrowley}.NewRegisteredMeter`, ...both('NewRegisteredTimer')],
    lookup: 'GetOrRegister',
    unregister: 'Unregister',
    unregisterAll: 'UnregisterAll',
    create: both('NewRegistry'),
    entities: [
      'id', 'uid', 'uuid', 'guid', 'addr', 'address', 'ip', 'url', 'uri', 'peer', 'conn', 'connection', 'session', 'user', 'client',
      'customer', 'account', 'tenant', 'device', 'topic', 'broker', 'job', 'task', 'stream', 'subscription',
    ],
  },
} as const satisfies Obligation;

import type { Obligation } from '../../src/engines/obligation/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'obligation',
  id: 'time-after-in-loop',
  summary: 'A time.After in a loop that comes round again before its timer has fired',
  tags: ['leak', 'memory', 'time'],
  cwe: [401, 772],
  precision: 'medium',
  noun: 'timer',
  released: 'stopped',
  acquire: ['time.After'],
  type: '<-chan time.Time',
  lookalikes: [],
  held: 'channel',
  release: [],
  uses: [],
  expires: { hours: Infinity },
  collectedSince: '1.23',
  silentWhenCollected: true,
} as const satisfies Obligation;

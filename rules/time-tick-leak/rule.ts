import type { Obligation } from '../../src/engines/obligation/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'obligation',
  id: 'time-tick-leak',
  summary: 'A time.Tick in a function that ends, or in each pass of a loop: nobody can stop its ticker',
  tags: ['leak', 'memory', 'time'],
  cwe: [401, 772],
  precision: 'medium',
  peers: ['staticcheck', 'sa1015'],
  noun: 'ticker',
  released: 'stopped',
  acquire: ['time.Tick'],
  type: '<-chan time.Time',
  lookalikes: [],
  held: 'channel',
  release: [],
  uses: [],
  collectedSince: '1.23',
  silentWhenCollected: true,
  sparesPrograms: true,
} as const satisfies Obligation;

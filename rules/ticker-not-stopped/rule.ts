import type { Obligation } from '../../src/engines/obligation/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'obligation',
  id: 'ticker-not-stopped',
  summary: 'A time.Ticker that is not stopped on every way out of the function that made it',
  tags: ['leak', 'memory', 'time'],
  cwe: [401, 772],
  precision: 'very-high',
  noun: 'ticker',
  released: 'stopped',
  acquire: ['time.NewTicker'],
  type: '*time.Ticker',
  lookalikes: ['NewTicker'],
  release: ['Stop'],
  uses: ['C', 'Chan', 'Reset'],
  deferrable: ['time.NewTicker'],
  collectedSince: '1.23',
} as const satisfies Obligation;

import type { Obligation } from '../../src/engines/obligation/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'obligation',
  id: 'timer-not-stopped',
  summary: 'A time.Timer that a loop makes anew while the last one is pending, or that is left behind for hours',
  tags: ['leak', 'memory', 'time'],
  cwe: [401, 772],
  precision: 'medium',
  noun: 'timer',
  released: 'stopped',
  acquire: ['time.NewTimer'],
  type: '*time.Timer',
  lookalikes: [],
  release: ['Stop'],
  // A Reset may give it a short time: it takes the duty along.
  uses: ['C'],
  expires: { hours: 1 },
  collectedSince: '1.23',
  silentWhenCollected: true,
} as const satisfies Obligation;

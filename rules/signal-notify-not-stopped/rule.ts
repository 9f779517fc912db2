import type { Liveness } from '../../src/engines/liveness/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'liveness',
  id: 'signal-notify-not-stopped',
  summary:
    'A channel that stays registered with signal.Notify after the function that reads it has returned, or that is closed while it is',
  tags: ['leak', 'signal', 'concurrency'],
  cwe: [404, 772],
  precision: 'medium',
  question: 'registered-signal',
} as const satisfies Liveness;

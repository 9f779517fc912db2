import type { Liveness } from '../../src/engines/liveness/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'liveness',
  id: 'blocked-receive',
  summary: 'A receive from a channel on which nothing ever sends and which nothing closes',
  tags: ['leak', 'goroutine', 'concurrency'],
  cwe: [401, 772, 833],
  precision: 'medium',
  question: 'blocked-receive',
} as const satisfies Liveness;

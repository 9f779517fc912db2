import type { Liveness } from '../../src/engines/liveness/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'liveness',
  id: 'blocked-send',
  summary: 'A goroutine that waits for ever in a send, because the function that should receive has left',
  tags: ['leak', 'goroutine', 'concurrency'],
  cwe: [401, 772, 833],
  precision: 'medium',
  question: 'blocked-send',
} as const satisfies Liveness;

import type { Liveness } from '../../src/engines/liveness/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'liveness',
  id: 'range-over-unclosed-channel',
  summary: 'A goroutine that ranges over a channel which nothing closes',
  tags: ['leak', 'goroutine', 'channel'],
  cwe: [401, 772],
  precision: 'medium',
  question: 'unending-range',
} as const satisfies Liveness;

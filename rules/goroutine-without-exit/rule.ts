import type { Liveness } from '../../src/engines/liveness/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'liveness',
  id: 'goroutine-without-exit',
  summary: 'A goroutine that runs a loop without a way out',
  tags: ['leak', 'goroutine'],
  cwe: [401, 772],
  precision: 'medium',
  question: 'endless-loop',
} as const satisfies Liveness;

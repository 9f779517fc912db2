import type { Growth } from '../../src/engines/growth/rule.ts';

/** See rule.md beside this file. */
export default {
  engine: 'growth',
  id: 'unbounded-global-slice',
  summary: 'A slice that lives as long as the process, is appended to while it runs, and never gets shorter',
  tags: ['leak', 'memory', 'slice'],
  cwe: [400, 401, 770],
  precision: 'medium',
  container: 'slice',
  entities: [],
  ambiguous: [],
  settings: [],
  owning: [],
} as const satisfies Growth;

import type { Level } from './spec.ts';

const severity = { note: 1, warning: 2, error: 3, never: 4 } as const satisfies Record<Level | 'never', number>;

/** Whether findings of a level are at or above a threshold. */
export function reaches(level: Level, threshold: Level | 'never'): boolean {
  return severity[level] >= severity[threshold];
}

import { describe, expect, test } from 'vitest';
import { growth, objections, standstill } from './growth.ts';
import type { Row } from './probe-output.ts';

/** Twenty rows with that number of timers after so many calls. */
function rows(timers: (calls: number) => number): readonly Row[] {
  return Array.from({ length: 20 }, (_, calls) => ({
    calls,
    heap: 0,
    goroutines: 1,
    timers: timers(calls),
    files: -1,
    leaked: -1,
  }));
}

const growing = rows((calls) => 10 * calls);
const flat = rows(() => 7);

describe('objections', () => {
  test('there are none where the leaky program grows and the fixed one does not', () => {
    expect(objections(growing, flat, 'timers')).toEqual([]);
    expect(growth(growing, 'timers')).toBe(140);
  });

  test('the fixed program may not grow', () => {
    expect(objections(growing, growing, 'timers')).toEqual([
      'timers of the fixed program grows by 140, of the leaky one by 140',
    ]);
  });

  test('the leaky program must grow, and go on growing', () => {
    expect(standstill(flat, 'timers')).toEqual(['timers of the leaky program does not grow: 7, 7, 7']);
    expect(standstill(rows((calls) => (calls < 8 ? 0 : 100)), 'timers')).toHaveLength(1);
    expect(standstill(rows((calls) => 200 - 10 * calls), 'timers')).toHaveLength(1);
  });

  test('what the system does not measure does not grow', () => {
    expect(standstill(growing, 'files')).toHaveLength(1);
  });
});

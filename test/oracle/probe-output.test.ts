import { expect, test } from 'vitest';
import { probeOutput } from './probe-output.ts';

const text = `about timers
   calls       heap goroutines   timers    files   leaked
       0      95456          1        1        7        0
      50     109016          2       51        7       -1
kept leaky/retriever.go:42 281520 bytes
kept leaky/retriever.go:51 3 goroutines
`;

test('reads rows and places', () => {
  expect(probeOutput(text)).toEqual({
    about: 'timers',
    rows: [
      { calls: 0, heap: 95456, goroutines: 1, timers: 1, files: 7, leaked: 0 },
      { calls: 50, heap: 109016, goroutines: 2, timers: 51, files: 7, leaked: -1 },
    ],
    kept: [
      { place: 'leaky/retriever.go:42', count: 281520, unit: 'bytes' },
      { place: 'leaky/retriever.go:51', count: 3, unit: 'goroutines' },
    ],
  });
});

test('refuses what is no output of a probe', () => {
  expect(() => probeOutput('panic: nil map')).toThrow('no output of a probe: panic: nil map');
});

import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { read, shown } from './read.ts';
import { encode } from './encode-profile.ts';

const stack = [
  { func: 'runtime.gopark', file: '/go/src/runtime/proc.go', line: 402, start: 390 },
  { func: 'runtime.chansend1', file: '/go/src/runtime/chan.go', line: 150, start: 148 },
  { func: 'example.org/app.(*Pool[go.shape.int]).run', file: '/src/app/pool.go', line: 12, start: 10 },
];

describe('a profile in the binary form', () => {
  test('counts, waits, generic functions, time and build', async () => {
    const bytes = encode({
      types: ['goroutine/count'],
      samples: [{ stack, values: [27] }],
      time: 1_700_000_000_000_000_000,
      build: 'abc',
    });
    const profile = await read(bytes);
    expect(shown(profile)).toEqual(['27 send example.org/app.(*Pool).run /src/app/pool.go:12']);
    expect(profile).toMatchObject({
      kind: 'goroutine',
      delta: false,
      time: 1_700_000_000_000,
      build: 'abc',
      notices: [],
    });
    expect(profile.stacks[0]?.frames[0]?.start).toBe(10);
  });

  test('instances of a generic function are summed', async () => {
    const other = stack.map((each) => ({ ...each, func: each.func.replace('int', 'string') }));
    expect(shown(await read(encode({ types: ['goroutine/count'], samples: [{ stack, values: [2] }, { stack: other, values: [3] }] }))))
      .toEqual(['5 send example.org/app.(*Pool).run /src/app/pool.go:12']);
  });

  test('a difference has negative counts', async () => {
    const profile = await read(
      encode({ types: ['goroutine/count'], samples: [{ stack, values: [-3] }], duration: 30e9 }),
    );
    expect(profile.delta).toBe(true);
    expect(profile.stacks.map(({ count }) => count)).toEqual([-3]);
  });

  test('of a heap what is in use, whatever else it counts', async () => {
    const types = ['alloc_objects/count', 'alloc_space/bytes', 'inuse_objects/count', 'inuse_space/bytes'];
    const profile = await read(encode({ types, samples: [{ stack: stack.slice(2), values: [9, 900, 4, 400] }, { stack, values: [5, 50, 0, 0] }] }));
    expect(profile.kind).toBe('heap');
    expect(profile.stacks.map(({ count, bytes }) => [count, bytes])).toEqual([[4, 400]]);
  });

  test('others are refused by name', async () => {
    await expect(read(encode({ types: ['contentions/count', 'delay/nanoseconds'], samples: [] }))).rejects.toThrow(
      'is a profile of contentions, delay',
    );
    await expect(read(encode({ types: ['samples/count', 'cpu/nanoseconds'], samples: [] }))).rejects.toThrow(
      'take /debug/pprof/goroutine',
    );
  });
});

describe('broken ones', () => {
  const whole = encode({ types: ['goroutine/count'], samples: [{ stack, values: [27] }], time: 1e18 });

  test('cut off anywhere: a sentence, or what is there without a crash', async () => {
    for (let length = 1; length < whole.length; length++) {
      const outcome = await read(whole.subarray(0, length)).then(() => '', (error: Error) => error.message);
      expect(outcome, String(length)).toMatch(/^$|cut off|no profile|is a profile of/);
    }
  });

  test('a number without end takes no time', async () => {
    const endless = Buffer.concat([Buffer.from([0x48]), Buffer.alloc(4_000_000, 0xff), Buffer.from([1, 0, 0, 0])]);
    await expect(read(Buffer.concat([whole, endless]))).rejects.toThrow('no profile that pprof could read');
  });

  test('numbers that lead nowhere', async () => {
    const bytes = encode({ types: ['goroutine/count'], samples: [{ stack, values: [27], locations: [99, -1] }] });
    expect(shown(await read(bytes))).toEqual(['27 unknown ']);
  });

  test('bytes changed at random', async () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 3000; round++) {
      const bytes = Uint8Array.from(whole);
      for (let changes = 1 + random(4); changes > 0; changes--) bytes[random(bytes.length)] = random(256);
      const outcome = await read(bytes).then(
        () => '',
        (error: unknown) => (error instanceof Error ? error.name : 'other'),
      );
      expect(['', 'Error']).toContain(outcome);
    }
  });
});

test('packed and unpacked are the same', async () => {
  const whole = encode({ types: ['goroutine/count'], samples: [{ stack, values: [27] }] });
  expect(shown(await read(gzipSync(whole)))).toEqual(shown(await read(whole)));
});

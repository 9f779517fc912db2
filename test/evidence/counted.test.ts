import { describe, expect, test } from 'vitest';
import { folder } from '../built-program.ts';
import { inCheckout, placesOf } from './checkout.ts';
import { read, shown } from './read.ts';

/** A profile of goroutines as `debug=1` writes it: so many in a send, and four of a generic method that take a lock. */
function profile(count: number): string {
  return `goroutine profile: total ${count + 4}\n`
    + `${count} @ 0x43ba25 0x44b8f2 0x4a2f41 0x46e341\n# labels: {"request":"a b"}\n#\t0x4a2f40\texample.org/app.(*Pool).run+0x60\t\t\t/src/app/pool.go:12\n`
    + `#\t0x4a2e11\texample.org/app.Start.func1+0x21\t/src/app/pool.go:7\n\n`
    + '4 @ 0x43ba25 0x4a2f41\n#\t0x43ba24\tsync.(*Mutex).Lock+0x32\t/usr/lib/go/src/sync/mutex.go:90\n'
    + '#\t0x4a2f40\texample.org/app.(*Cache[go.shape.struct { Name string }]).get+0x60\t/src/my app/cache.go:31\n\n';
}

const found = (count: number): readonly string[] => [
  `${count} unknown example.org/app.(*Pool).run /src/app/pool.go:12 < example.org/app.Start.func1 /src/app/pool.go:7`,
  '4 lock sync.(*Mutex).Lock /usr/lib/go/src/sync/mutex.go:90 < example.org/app.(*Cache).get /src/my app/cache.go:31',
];

const marked = (line: string): string => line.replace(/^# ?/, '').trim();

describe('a profile in its text form', () => {
  const lines = profile(385).split('\n');

  test.each([
    ['by itself', profile(385)],
    ['behind other text, in a fence', `below is what pprof says:\n\`\`\`\n${profile(385)}\`\`\`\nand that grows\n`],
    ['with blanks for tabs', `\n${profile(385).replaceAll(/\t+/g, '       ')}`],
    ['quoted', lines.map((line) => `> ${line}`).join('\n')],
    ['with a time that changes', `up\n${lines.map((line, i) => `2024-05-01T10:00:${10 + i}.1Z web[${i}]: ${line}`).join('\n')}`],
    ['in JSON', `{"level":"info"}\n${JSON.stringify({ msg: `goroutines:\n${profile(385)}`, time: 'now' })}\n`],
    ['without the marks that Markdown takes for headings', lines.slice(1).map(marked).join('\n')],
    ['with lines of others in between', lines.flatMap((line) => ['INFO: served a request @ 12 ms', line]).join('\n')],
    ['larger than another one, and a dump', `${profile(3)}\ngoroutine 7 [select]:\nmain.f()\n\t/a.go:3 +0x1\n\n${profile(385)}\n${profile(9)}`],
  ])('%s', async (_what, text) => {
    for (const size of [65, 100, 333, 2 ** 18]) expect(shown(await read(`.\n${text}`, size)), String(size)).toEqual(found(385));
    expect(shown(await read(text))).toEqual(found(385));
  });

  test('that is cut off says so, where its first line is there', async () => {
    const text = profile(385).slice(0, profile(385).indexOf('4 @'));
    expect((await read(`see\n${text}`)).notices).toEqual([expect.stringContaining('names 389 goroutines and holds 385')]);
    expect((await read(text.slice(text.indexOf('385 @')))).notices).toEqual([]);
  });

  test('that holds none is one', async () => {
    expect((await read('goroutineleak profile: total 0\n')).stacks).toEqual([]);
  });

  test('that the runtime calls one of leaks', async () => {
    const { kind, stacks } = await read(`see\n${profile(2).replace('goroutine ', 'goroutineleak ')}`);
    expect([kind, stacks[0]?.leaked]).toEqual(['goroutineleak', 2]);
  });
});

test.each([
  ['a profile of locks', 'see\n--- mutex:\ncycles/second=2793\n89123 4 @ 0x46e1 0x46f2\n#\t0x46e0\tmain.f+0x1\t/a.go:3\n'],
  ['a profile of threads', 'see\nthreadcreate profile: total 4\n4 @ 0x46e1\n#\t0x46e0\tmain.f+0x1\t/a.go:3\n'],
  ['what has no place', 'met 7 people at 12 @ 0x1234\nand 8 @ 0x45\n'],
])('%s is none', async (_what, text) => {
  await expect(read(text)).rejects.toThrow('holds no profile');
});

test('what goroutines wait for shows by the operation that they are at', async () => {
  const dir = folder({
    'go.mod': 'module m\n',
    'q/q.go': 'package q\n\nfunc Run(c, d chan int) {\n\tc <- 1\n\t<-c\n\tfor range c {\n\t}\n\tselect {\n\tcase <-c:\n\tcase <-d:\n\t}\n'
      + '\tselect {\n\tcase <-c:\n\tdefault:\n\t}\n\tselect {}\n}\n',
  });
  const places = async (count: number): Promise<readonly string[]> => {
    const stacks = [4, 5, 6, 8, 12, 16].map((line) => `${count} @ 0x1 0x${line}\n#\t0x${line}\tm/q.Run+0x1\t/b/q/q.go:${line}\n`);
    return placesOf(await inCheckout(dir, [`goroutine profile: total ${count * 6}\n${stacks.join('\n')}`]));
  };
  expect(await places(2)).toEqual([
    '2 send q/q.go:4', '2 receive q/q.go:5', '2 receive-or-range q/q.go:6', '2 select q/q.go:8', '2 unknown q/q.go:12', '2 nothing q/q.go:16',
  ]);
  // One that ranges over something else may be at its line while it runs.
  expect((await places(1))[2]).toBe('1 unknown q/q.go:6');
});

import { describe, expect, test } from 'vitest';
import { read, shown } from './read.ts';

/** One goroutine of a dump, as the runtime writes it. */
function goroutine(id: number, reason: string, line = 12): string {
  return `goroutine ${id} [${reason}]:\nexample.org/app.(*Pool[...]).run(0xc000012345, {0x1, 0x2?})\n\t/src/app/pool.go:${line} +0x1d\n`
    + 'created by example.org/app.Start in goroutine 1\n\t/src/app/pool.go:7 +0x4f\n';
}

const stack = 'example.org/app.(*Pool).run /src/app/pool.go:12 | example.org/app.Start /src/app/pool.go:7';

describe('what the runtime writes', () => {
  test('reasons, minutes and what else stands behind them', async () => {
    const { stacks } = await read([
      goroutine(5, 'chan send (leaked), 93 minutes'),
      goroutine(6, 'chan send, 7 minutes, locked to thread, labels:{"request": "a]: b"}'),
      goroutine(7, 'chan receive (durable), synctest bubble 3'),
      goroutine(8, 'select (no cases)'), goroutine(9, 'chan receive (nil chan), 2 minutes'),
    ].join('\n'));
    expect(stacks.map(({ count, wait, leaked, minutes }) => ({ count, wait, leaked, minutes }))).toEqual([
      { count: 2, wait: 'send', leaked: 1, minutes: 93 },
      { count: 1, wait: 'receive-or-range', leaked: 0, minutes: undefined },
      { count: 2, wait: 'nothing', leaked: 0, minutes: 2 },
    ]);
  });

  test('a crash with all that GOTRACEBACK=system adds, and older words', async () => {
    const text = 'SIGQUIT: quit\nPC=0x47 m=0 sigcode=0\n\n'
      + 'goroutine 1 gp=0xc000002380 m=nil [chan receive, 3 minutes]:\nruntime.gopark(0x0?, 0x0?)\n\t/go/src/runtime/proc.go:398 +0xce fp=0xc0 sp=0xc0 pc=0x43\n'
      + 'main.main()\n\t/src/main.go:9 +0x25 fp=0xc0 sp=0xc0 pc=0x44\nruntime.goexit({})\n\t/go/src/runtime/asm_amd64.s:1650 +0x1 fp=0xc0 sp=0xc0 pc=0x45\n\n'
      + 'goroutine 18 [semacquire]:\nmain.wait(...)\n\t/src/main.go:20\ncreated by main.start\n\t/src/main.go:5 +0x30\n\nrax 0x0\nexit status 2\n';
    const profile = await read(text);
    expect(shown(profile)).toEqual([
      '1 receive-or-range main.main /src/main.go:9',
      '1 semaphore main.wait /src/main.go:20 | main.start /src/main.go:5',
    ]);
  });

  test('older words for what waits in sync, by its frames', async () => {
    const of = (id: number, func: string): string =>
      `goroutine ${id} [semacquire, 5 minutes]:\nsync.runtime_Semacquire(0x1)\n\t/go/src/runtime/sema.go:56 +0x1\n${func}(0x1)\n\t/go/src/sync/a.go:9 +0x1\nmain.f()\n\t/a.go:3 +0x1\n`;
    const { stacks } = await read([of(5, 'sync.(*RWMutex).RLock'), of(6, 'sync.(*WaitGroup).Wait'), of(7, 'example.org/own.wait')].join('\n'));
    expect(stacks.map(({ wait }) => wait)).toEqual(['lock', 'wait-group', 'semaphore']);
  });

  test('frames that are left out, and Windows paths and line ends', async () => {
    const text = 'goroutine 3 [select]:\r\nmain.f(0x1)\r\n\tC:/src/a.go:3 +0x1d\r\n...4 frames elided...\r\nmain.g()\r\n\tC:/src/a.go:9 +0x1d\r\ncreated by main.h in goroutine 1\r\n\tC:/src/a.go:1 +0x2\r\n';
    expect(shown(await read(text))).toEqual([
      '1 select main.f C:/src/a.go:3 < main.g C:/src/a.go:9 | main.h C:/src/a.go:1',
    ]);
  });
});

describe('dumps within logs', () => {
  const dump = `${goroutine(5, 'chan send, 93 minutes')}\n${goroutine(6, 'chan send')}`;

  test.each([
    ['bare', (line: string) => line],
    ['with a time that changes', (line: string, i: number) => `2024-05-01T10:00:${10 + i}.${i}23Z stderr F ${line}`],
    ['of docker compose', (line: string) => `web_1  | ${line}`],
    ['indented, as tests log', (line: string) => `        ${line}`],
    ['quoted in a mail, tabs expanded', (line: string) => `> ${line.replace('\t', '        ')}`],
    [
      'each line in JSON',
      (line: string, i: number) =>
        `{"time":"2024-05-01T10:00:${10 + i}Z","log":${JSON.stringify(`${line}\n`)},"stream":"stderr"}`,
    ],
  ])('%s', async (_what, wrap) => {
    const before = ['something happened to goroutine 7', 'goroutine pool: ok'].map(wrap);
    const text = [...before, ...dump.split('\n').map(wrap), wrap('and life went on', 3)].join('\n');
    expect(shown(await read(text))).toEqual([`2 send ${stack}`]);
  });

  test('all of it in one line of JSON, and in JSON within JSON', async () => {
    const line = JSON.stringify({ level: 'error', message: 'x'.repeat(3000), stack: dump, time: 'now' });
    expect(shown(await read(`{"level":"info"}\n${line}\n{"level":"info"}\n`))).toEqual([`2 send ${stack}`]);
    expect(shown(await read(`${JSON.stringify({ log: `${line}\n`, stream: 'stderr' })}\n`))).toEqual([
      `2 send ${stack}`,
    ]);
  });

  test('of journald, which takes tabs away, broken by a terminal within arguments and places', async () => {
    const prefix = 'Oct 01 22:57:16 host app[19647]: ';
    const lines = dump.split('\n').filter((line) => line !== '').map((line) => prefix + line.trim());
    const text = lines
      .join('\n')
      .replaceAll('(0xc000012345, {0x1, 0x2?})', '(0xc00001\n2345, {0x1, 0x2?})')
      .replaceAll(' +0x1d', ' +\n0x1d');
    expect(shown(await read(text))).toEqual([`2 send ${stack}`]);
  });

  test('in a value of a log of keys and values', async () => {
    const text = `time="2024-05-01T10:00:00Z" level=info msg="=== BEGIN goroutine stack dump ===\\n${dump.replaceAll('\n', '\\n').replaceAll('\t', '\\t')}"\n`;
    expect(shown(await read(text))).toEqual([`2 send ${stack}`]);
  });

  test('with something in front of each header alone', async () => {
    const text = dump
      .replaceAll('goroutine ', 'app_test.go:1931: Leaked goroutine: goroutine ')
      .replaceAll('in app_test.go:1931: Leaked goroutine: ', 'in ');
    expect(shown(await read(text))).toEqual([`2 send ${stack}`]);
  });

  test('with a blank line behind each line, two between goroutines', async () => {
    const text = dump.replaceAll('\n', '\n\n').replaceAll('\n\n\n\n', '\n\n\n');
    expect(shown(await read(text))).toEqual([`2 send ${stack}`]);
  });

  test('with the star of receivers taken for emphasis', async () => {
    expect(shown(await read(dump.replaceAll('(*Pool[...])', '(_Pool)')))).toEqual([`2 send ${stack}`]);
  });

  test('with lines of others in between', async () => {
    const text = dump
      .split('\n')
      .flatMap((line) => (line.startsWith('\t') ? ['INFO: served a request (12 ms)', line] : [line]))
      .join('\n');
    expect(shown(await read(text))).toEqual([`2 send ${stack}`]);
  });

  test('of several dumps the largest counts, and that is said', async () => {
    const gap = 'nothing to see here\n'.repeat(200);
    const profile = await read(`${goroutine(5, 'chan send')}\n${gap}${dump}\n${gap}${goroutine(5, 'chan send')}\n`);
    expect(shown(profile)).toEqual([`2 send ${stack}`]);
    expect(profile.notices).toEqual(['holds 3 dumps; the largest counts, of 2 goroutines']);
  });

  test('two dumps one behind the other are told apart by the numbers of their goroutines', async () => {
    expect(shown(await read(`${dump}\n${dump}`))).toEqual([`2 send ${stack}`]);
  });

  test('whatever the pieces are that it comes in', async () => {
    const text = `${'noise goroutine 1 noise\n'.repeat(50)}${dump}\n${JSON.stringify({ stack: goroutine(9, 'select') })}\n`;
    const whole = shown(await read(text));
    expect(whole).toHaveLength(2);
    for (const size of [64, 65, 100, 333, 1000]) expect(shown(await read(text, size)), String(size)).toEqual(whole);
  });
});

describe('what tests print', () => {
  test('goleak, with and without the header of the runtime', async () => {
    const frames = 'example.org/app.Leak.func1()\n\t/src/app/leak.go:12 +0x24\ncreated by example.org/app.Leak in goroutine 6\n\t/src/app/leak.go:10 +0x5c\n';
    const state = 'in state chan receive, with example.org/app.Leak.func1 on top of the stack:\n';
    const plain = await read(`--- FAIL: TestLeak (0.44s)\n    leak_test.go:9: found unexpected goroutines:\n        [Goroutine 34 ${state}${frames}\n Goroutine 35 ${state}${frames}]\n`);
    const old = await read(
      `found unexpected goroutines:\n[Goroutine 34 ${state}goroutine 34 [chan receive]:\n${frames}]\n`,
    );
    const expected =
      'receive-or-range example.org/app.Leak.func1 /src/app/leak.go:12 | example.org/app.Leak /src/app/leak.go:10';
    expect(shown(plain)).toEqual([`2 ${expected}`]);
    expect(shown(old)).toEqual([`1 ${expected}`]);
    expect([plain.picked, old.picked]).toEqual([true, true]);
  });
});

test('stacks that so many goroutines have, as the tests of net/http count them', async () => {
  const frames = goroutine(1, 'x').split('\n').slice(1).join('\n');
  const profile = await read(`Too many goroutines running after all test(s).\n1 instances of:\nmain.f()\n\t/a.go:3 +0x1\n101 instances of:\n${frames}`);
  expect(shown(profile)).toEqual(['1 unknown main.f /a.go:3', `101 unknown ${stack}`]);
  expect(profile.picked).toBe(true);
  await expect(read('there are 101 instances of: this\n')).rejects.toThrow('holds no profile');
});

test('what a test hangs in matters, however few', async () => {
  const hung = `panic: test timed out after 1s\n\n${goroutine(7, 'chan receive (durable), synctest bubble 3')}\ngoroutine 1 [chan receive]:\ntesting.(*T).Run(0x1)\n\t/go/src/testing/testing.go:2 +0x1\n`;
  expect((await read(hung)).picked).toBe(true);
  expect((await read(goroutine(7, 'chan receive'))).picked).toBe(false);
});

describe('what cannot be used', () => {
  test.each([
    ['', 'is empty'],
    ['hello\nworld\n', 'holds no profile and no stack'],
    ['<!DOCTYPE html><html>', 'a page of HTML'],
    ['--- contention:\ncycles/second=1\n', 'does not tell what stays'],
    ['goroutine pool of goroutine 7 [', 'holds no profile'],
  ])('%j', async (text, words) => {
    await expect(read(text)).rejects.toThrow(words);
  });

  test('a dump that is cut off counts as far as it goes, and that is said', async () => {
    const profile = await read(
      `${goroutine(5, 'chan send')}\ngoroutine 6 [chan send]:\nmain.f()\n\t/src/a.go:3 +0x1\nmain.g(`,
    );
    expect(shown(profile)).toEqual([`1 send ${stack}`, '1 send main.f /src/a.go:3']);
    expect(profile.notices).toEqual([expect.stringContaining('cut off')]);
  });
});

test('a line that may have lost digits where the text ends is no place', async () => {
  const text = 'goroutine 6 [select]:\nmain.f(0x1)\n\t/src/a.go:3 +0x1\nmain.g(0x1)\n\t/src/a.go:1';
  const profile = await read(text);
  expect(shown(profile)).toEqual(['1 select main.f /src/a.go:3']);
  expect(profile.notices).toEqual([expect.stringContaining('cut off')]);
  expect(shown(await read(`${text}2 +0x4`))).toEqual(['1 select main.f /src/a.go:3 < main.g /src/a.go:12']);
});

test('texts changed at random are read, or refused in a sentence', async () => {
  let seed = 7;
  const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
  const whole = `${goroutine(5, 'chan send, 93 minutes')}\n${JSON.stringify({ stack: goroutine(6, 'select') })}\n> ${goroutine(7, 'IO wait')}`;
  const bits = ['\n', '\\n', '\t', 'goroutine 9 [select]:\n', '(', ')', ':', ' +0x1', 'created by ', '"', '\0', '\u{1f600}', 'Goroutine 1 in state x, with y on top of the stack:'];
  for (let round = 0; round < 2000; round++) {
    let text = whole;
    for (let changes = 1 + random(6); changes > 0; changes--) {
      const at = random(text.length);
      text = text.slice(0, at) + (bits[random(bits.length)] ?? '') + text.slice(at + random(9));
    }
    const outcome = await read(text, 64 + random(200)).then(
      ({ stacks }) => stacks.length,
      (error: Error) => error.message,
    );
    expect(typeof outcome === 'number' ? '' : outcome).toMatch(/^$|holds no profile/);
  }
});

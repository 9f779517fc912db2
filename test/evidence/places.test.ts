import { describe, expect, test } from 'vitest';
import { folder } from '../built-program.ts';
import { encode } from './encode-profile.ts';
import { inCheckout, placesOf } from './checkout.ts';

const work = 'package work\n\nfunc Run(c chan int) {\n\tc <- 1\n}\n';
const main = 'package main\n\nfunc serve(c chan int) {\n\tc <- 1\n}\n';
const root = folder({
  'go.mod': 'module example.org/app\n',
  'internal/work/work.go': work,
  'cmd/x/main.go': main,
  'cmd/y/main.go': main.replace('serve', 'other'),
});

/** A dump of one goroutine that waits in a send. */
function dump(func: string, place: string): string {
  return `goroutine 7 [chan send]:\n${func}(0x1)\n\t${place} +0x1\n`;
}

describe('a file is found, however the program was built', () => {
  test.each([
    ['where it is', `${root}/internal/work/work.go`],
    ['elsewhere', '/home/ci/build/app/internal/work/work.go'],
    ['trimmed', 'example.org/app/internal/work/work.go'],
    ['as a dependency', '/go/pkg/mod/example.org/app@v1.2.3/internal/work/work.go'],
    ['as a trimmed dependency', 'example.org/app@v1.2.3/internal/work/work.go'],
    ['vendored', '/src/other/vendor/example.org/app/internal/work/work.go'],
    ['by Bazel', 'internal/work/work.go'],
    ['by Bazel in a sandbox', '/root/.cache/bazel/sandbox/1/execroot/_main/internal/work/work.go'],
    ['on Windows', 'C:/agent/_work/1/s/internal/work/work.go'],
  ])('%s', async (_how, path) => {
    expect(placesOf(await inCheckout(root, [dump('example.org/app/internal/work.Run', `${path}:4`)]))).toEqual([
      '1 send internal/work/work.go:4',
    ]);
  });

  test('vendored before there were modules, by the name that its symbols had then', async () => {
    const path = 'example.org/other/vendor/example.org/app/internal/work';
    const report = await inCheckout(root, [dump(`${path}.Run`, `/go/src/${path}/work.go:4`)]);
    expect(report.places.map(({ at }) => at?.isPresent)).toEqual([true]);
  });

  test('a test of the package, as a package of its own', async () => {
    const dir = folder({ 'go.mod': 'module m\n', 'w/w_test.go': work.replace('package work', 'package w_test') });
    expect(placesOf(await inCheckout(dir, [dump('m/w_test.Run', '/b/w/w_test.go:4')]))).toEqual([
      '1 send w/w_test.go:4',
    ]);
  });

  test('a major version, and dots in the last element', async () => {
    const dir = folder({ 'go.mod': 'module gopkg.in/yaml.v3\n', 'work.go': work });
    expect(
      placesOf(
        await inCheckout(dir, [dump('gopkg.in/yaml%2ev3.Run', '/go/pkg/mod/gopkg.in/yaml.v3@v3.0.1/work.go:4')]),
      ),
    ).toEqual(['1 send work.go:4']);
  });
});

describe('the package main', () => {
  test.each([
    ['trimmed', 'example.org/app/cmd/x/main.go'],
    ['by what its path ends with', '/build/cmd/x/main.go'],
    ['here', `${root}/cmd/x/main.go`],
  ])('%s', async (_how, path) => {
    expect(placesOf(await inCheckout(root, [dump('main.serve', `${path}:4`)]))).toEqual(['1 send cmd/x/main.go:4']);
  });

  test('by what the other packages say about the folder of the build', async () => {
    const dir = folder({ 'go.mod': 'module m\n', 'main.go': main, 'tools/main.go': main, 'work/work.go': work });
    const other = dump('m/work.Run', '/build/src/work/work.go:4').replace('7', '8');
    expect(placesOf(await inCheckout(dir, [`${dump('main.serve', '/build/src/main.go:4')}\n${other}`])).toSorted())
      .toEqual(['1 send main.go:4', '1 send work/work.go:4']);
  });

  test('of which there are several is not guessed, and that is said', async () => {
    const report = await inCheckout(root, [dump('main.serve', '/build/main.go:4')]);
    expect(placesOf(report)).toEqual(['1 send -']);
    expect(report.notices.join(' ')).toMatch(
      /more than one file of the checkout may be \/build\/main\.go .*--path-map/,
    );
  });

  test('a function that is not in the file is none of it', async () => {
    expect(placesOf(await inCheckout(root, [dump('main.absent', '/build/cmd/x/main.go:4')]))).toEqual([
      '1 send cmd/x/main.go:4?',
    ]);
  });
});

describe('what is not here', () => {
  test.each([
    ['net/http.other', '/usr/local/go/src/net/http/server.go:4'],
    ['github.com/other/lib/work.Run', '/go/pkg/mod/github.com/other/lib@v1.0.0/work/work.go:4'],
    ['github.com/other/work.Run', 'github.com/other/work@v1.0.0/work.go:4'],
    ['github.com/other/work.Run', '/src/vendor/github.com/other/work/work.go:4'],
    ['github.com/other/work.Run', 'external/com_github_other_work/work.go:4'],
    ['example.org/app/gone.Run', '/build/gone/gone.go:4'],
  ])('%s', async (func, place) => {
    expect(placesOf(await inCheckout(root, [dump(func, place)]))).toEqual(['1 send -']);
  });

  test('functions that the runtime has for other packages are no hint', async () => {
    const { notices } = await inCheckout(root, [
      'goroutine 7 [semacquire]:\nsync.runtime_Semacquire(0x1)\n\t/go/src/runtime/sema.go:56 +0x1\n'
      + 'github.com/other/queue.Run(0x1)\n\t/src/vendor/github.com/other/queue/queue.go:4 +0x1\n',
    ]);
    expect(notices).toEqual([expect.stringContaining('such as github.com/other/queue at')]);
  });

  test('two copies of a module are ambiguous', async () => {
    const dir = folder({
      'a/go.mod': 'module m\n',
      'a/w/w.go': work,
      'b/go.mod': 'module m\n',
      'b/w/w.go': work,
      '.git/HEAD': '',
    });
    const report = await inCheckout(dir, [dump('m/w.Run', '/build/w/w.go:4')]);
    expect(placesOf(report)).toEqual(['1 send -']);
    expect(report.notices.join(' ')).toMatch(/a\/w\/w\.go or b\/w\/w\.go/);
    const mapped = await inCheckout(dir, [dump('m/w.Run', '/build/w/w.go:4')], {
      maps: [{ from: '/build', to: `${dir}/b` }],
    });
    expect(placesOf(mapped)).toEqual(['1 send b/w/w.go:4']);
  });
});

describe('names', () => {
  const dir = folder({
    'go.mod': 'module m\n',
    'p/p.go': 'package p\n\ntype Pool[T any] struct{ c chan T }\n\nfunc (p *Pool[T]) Run(v T) {\n\tgo func() {\n\t\tp.c <- v\n\t}()\n}\n\nvar start = func(c chan int) {\n\tc <- 1\n}\n',
  });

  test('methods of generic types, and literals in them', async () => {
    const text =
      dump('m/p.(*Pool[...]).Run.func1', '/b/p/p.go:7').replace('\n\t', '\n\t')
      + 'created by m/p.(*Pool[...]).Run in goroutine 1\n\t/b/p/p.go:6 +0x1\n';
    expect(placesOf(await inCheckout(dir, [text]))).toEqual(['1 send p/p.go:7']);
  });

  test('instances in the binary form are one place', async () => {
    const stack = (type: string) => [
      { func: 'runtime.chansend1', file: '/go/src/runtime/chan.go', line: 150, start: 148 },
      { func: `m/p.(*Pool[go.shape.${type}]).Run.func1`, file: '/b/p/p.go', line: 7, start: 6 },
    ];
    const bytes = encode({
      types: ['goroutine/count'],
      samples: [
        { stack: stack('int'), values: [2] },
        { stack: stack('string'), values: [3] },
      ],
    });
    expect(placesOf(await inCheckout(dir, [bytes]))).toEqual(['5 send p/p.go:7']);
  });

  test('literals of package variables', async () => {
    expect(placesOf(await inCheckout(dir, [dump('m/p.init.func1', '/b/p/p.go:12')]))).toEqual(['1 send p/p.go:12']);
    expect(placesOf(await inCheckout(dir, [dump('m/p.glob..func1', '/b/p/p.go:12')]))).toEqual(['1 send p/p.go:12']);
  });
});

import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Analysis } from '../../src/analyze.ts';
import { analyze } from '../../src/analyze.ts';
import type { Files } from '../built-program.ts';
import { folder, run } from '../built-program.ts';
import { parser } from '../parse-go.ts';

const head = 'package p\n\nimport (\n\t"context"\n\t"net/http"\n\t"os"\n\t"time"\n)\n\n';

function analyzed(text: string): Analysis {
  const go = { version: '1.20', toolchain: undefined, godebug: {} };
  return analyze(
    parser,
    { name: 'p', files: [{ path: 'p.go', text: head + text, report: true }], go },
    { rules, all: true },
  );
}

const many = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join('\n');
const function_ = (name: string, body: string): string => `func ${name} {\n\t${body}\n}\n`;

/** Many declarations about one thing, or about things that are called alike, as generators write them. */
const shapes: Readonly<Record<string, (count: number) => string>> = {
  'methods that send and range on one field': (count) =>
    `type hub struct{ c chan int }\n\nfunc newHub() *hub { return &hub{c: make(chan int)} }\n\n${many(
      count,
      (i) =>
        function_(`(h *hub) send${i}()`, `h.c <- ${i}`)
        + function_(`(h *hub) run${i}()`, 'go func() {\n\t\tfor v := range h.c {\n\t\t\tprintln(v)\n\t\t}\n\t}()'),
    )}`,
  'types with a ticker that is read': (count) =>
    many(
      count,
      (i) =>
        `type T${i} struct{ t *time.Ticker }\n\n`
        + function_(`New${i}() *T${i}`, `return &T${i}{t: time.NewTicker(time.Second)}`)
        + function_(`(x *T${i}) Run()`, 'for range x.t.C {\n\t}'),
    ),
  'types with a ticker and a closer': (count) =>
    many(
      count,
      (i) =>
        `type T${i} struct{ t *time.Ticker }\n\n`
        + function_(`New${i}() *T${i}`, `return &T${i}{t: time.NewTicker(time.Second)}`)
        + function_(`(x *T${i}) Close()`, 'x.t.Stop()'),
    ),
  'insertions into one map': (count) =>
    `var m = map[string]int{}\n\n${many(count, (i) =>
      function_(`put${i}(w http.ResponseWriter, r *http.Request)`, `m[r.URL.Path+"${i}"] = ${i}`),
    )}`,
  'callers of one helper that opens a file': (count) =>
    `func open(n string) (*os.File, error) { return os.Open(n) }\n\n${many(count, (i) =>
      function_(`use${i}(n string)`, 'f, err := open(n)\n\tif err != nil {\n\t\treturn\n\t}\n\tprintln(f.Name())'),
    )}`,
  'contexts with a way out': (count) =>
    many(count, (i) =>
      function_(
        `f${i}(ctx context.Context)`,
        'c, cancel := context.WithCancel(ctx)\n\tif c.Err() != nil {\n\t\treturn\n\t}\n\tcancel()',
      ),
    ),
  'goroutines of one loop': (count) =>
    `${function_('loop()', 'for {\n\t\ttime.Sleep(time.Second)\n\t}')}${many(count, (i) => function_(`Start${i}()`, 'go loop()'))}`,
};

/** The processor's time, in milliseconds. */
function cost(text: string): number {
  const before = process.cpuUsage();
  analyzed(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

describe.each(Object.entries(shapes))('%s', (_, shape) => {
  test('cost what they are, not the square of their number', () => {
    analyzed(shape(200)); // compiles the code
    const [few, many] = [cost(shape(500)), cost(shape(4000))];
    // Eight times as many: their square would be 64.
    expect(many / few).toBeLessThan(30);
  });
});

test('a package whose functions take too much work together is given up, though each of them would be read', () => {
  const openers = (count: number): string => many(count, (i) =>
    function_(`f${i}()`, '\tf, err := os.Open("x")\n\tif err != nil {\n\t\treturn\n\t}\n'.repeat(400)));
  expect(analyzed(openers(2)).failures).toEqual([]);
  const { findings, unread, failures } = analyzed(openers(200));
  expect({ findings, unread }).toEqual({ findings: [], unread: [] });
  expect(failures).toEqual([{ rule: undefined, path: 'p.go', reason: 'it takes too much work as a whole' }]);
});

test('a thousand modules that replace each other in a circle take no more than each by itself', () => {
  const body = (i: number): string =>
    function_(
      'F(c *http.Client) int',
      `r, err := c.Get("x")\n\tif err != nil {\n\t\treturn 0\n\t}\n\tm${i}.Done(r)\n\treturn 1`,
    );
  const files = (count: number): Files => Object.fromEntries(Array.from({ length: count }, (_, i) => {
    const next = (i + 1) % count;
    return [
      [`m${i}/go.mod`, `module example.com/m${i}\n\ngo 1.22\n\nreplace example.com/m${next} => ../m${next}\n`],
      [`m${i}/a.go`, `package m${i}\n\nimport (\n\t"net/http"\n\n\t"example.com/m${next}"\n)\n\n${body(next)}`],
    ] as const;
  }).flat());
  const took = (count: number): number => {
    const dir = folder(files(count));
    const began = performance.now();
    expect(run(dir, '--cache', 'off', './...')).toMatchObject({ code: 0, out: '' });
    return performance.now() - began;
  };
  took(10);
  expect(took(1000)).toBeLessThan(took(100) * 40);
});

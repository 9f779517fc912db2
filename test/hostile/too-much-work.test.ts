import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Analysis } from '../../src/analyze.ts';
import { analyze } from '../../src/analyze.ts';
import { parser } from '../parse-go.ts';

const leak = 'func leak() {\n\tt := time.NewTicker(time.Second)\n\t<-t.C\n}\n';

/** A function whose parts all have to do with each other, so that looking at them costs the square of their number. */
const repeated = (line: string, count: number): string => `func repeated() {\n${line.repeat(count)}}\n`;
const senders = '\tc := make(chan int)\n\tgo func() { c <- 1 }()\n';
const openers = '\tf, err := os.Open("x")\n\tif err != nil {\n\t\treturn\n\t}\n';
const waits = `\tfor {\n${'\t\t<-time.After(1)\n'.repeat(4000)}\t}\n`;

function analyzed(...declarations: readonly string[]): Analysis {
  const text = `package p\n\nimport (\n\t"os"\n\t"time"\n)\n\n${declarations.join('\n')}`;
  const go = { version: '1.22', toolchain: undefined, godebug: {} };
  return analyze(parser, { name: 'p', files: [{ path: 'p.go', text, report: true }], go }, { rules, all: true });
}

test.each([
  ['goroutines that send', repeated(senders, 4000)],
  ['files opened into one name', repeated(openers, 4000)],
  ['waits in one loop', repeated(waits, 1)],
  ['channels handed over at once', repeated(`\tc := make(chan int)\n\tgo use(${'c, '.repeat(4000)}c)\n`, 1)],
])('a function of thousands of %s is left out, and said; what stands beside it is found', (_, declaration) => {
  const { findings, unread, failures } = analyzed(declaration, leak);
  expect(findings.map(({ rule }) => rule)).toEqual(['ticker-not-stopped']);
  expect(unread).toMatchObject([{ path: 'p.go', declarations: 1 }]);
  expect(failures).toEqual([]);
});

test('functions of a hundred of them are read', () => {
  expect(analyzed(repeated(senders, 100), repeated(openers, 100), leak).unread).toEqual([]);
});

test('a package with many such functions is given up, and said', () => {
  const { findings, failures } = analyzed(...Array.from({ length: 8 }, () => repeated(openers, 1000)), leak);
  expect(findings).toEqual([]);
  expect(failures).toEqual([{ rule: undefined, path: 'p.go', reason: 'its functions take too much work' }]);
});

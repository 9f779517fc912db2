import { expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { analyze } from '../src/analyze.ts';
import { parser } from './parse-go.ts';

const text = `package p

import "os"

func first(name string, odd bool) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	if odd {
		return os.ErrInvalid
	}
	return file.Close()
}
`;

const levelIn = (path: string, code = text): readonly string[] =>
  analyze(
    parser,
    {
      name: 'p',
      files: [{ path, text: code, report: true }],
      go: { version: '1.22', toolchain: undefined, godebug: {} },
    },
    { rules, all: true },
  ).findings.map(({ level }) => level);

test.each([
  'p.go',
  'latest/p.go',
  'internal/contest/p.go',
  'cmd/server/p.go',
  'pkg/protest/p.go',
  'examples/server/p.go',
])('%s is code that counts', (path) => {
  expect(levelIn(path)).toEqual(['warning']);
});

test.each(['internal/testutil/p.go', 'x/fstest/p.go', 'mocks/p.go', 'test/e2e/p.go', 'hack/p.go', 'demo/server/p.go', 'bench/p.go', 'pkg/store-benchmark/p.go', 'simulator/p.go'])(
  '%s is there for tests, or to be tried out', (path) => {
    expect(levelIn(path)).toEqual(['note']);
  },
);

const spins = `package p

import "context"

func run(ctx context.Context, jobs chan int) {
	for {
		select {
		case <-ctx.Done():
			println("done")
		case job := <-jobs:
			println(job)
		}
	}
}
`;

test.each([
  ['pkg/health/p.go', 'warning'],
  ['tests/apps/health/p.go', 'note'],
])('a loop that spins in %s is a %s', (path, level) => {
  expect(levelIn(path, spins)).toEqual([level]);
});

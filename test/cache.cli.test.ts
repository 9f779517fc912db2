import { readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { folder, goMod, leakyFile, run, write } from './built-program.ts';

/** So many folders that results are kept. */
const names = Array.from({ length: 40 }, (_, i) => `p${i}`);
const clean = 'package p\n\nfunc f() {}\n';

describe('results of earlier runs are never stale', () => {
  const dir = folder({
    'go.mod': goMod,
    ...Object.fromEntries(names.map((name) => [`${name}/a.go`, clean])),
    'p7/a.go': leakyFile('wait'),
  });
  const cache = folder();
  const report = (...args: readonly string[]): readonly string[] => {
    const { out } = run(dir, '--cache', cache, ...args);
    return out
      .split('\n')
      .filter((line) => /^\S+\.go:\d+:\d+: /.test(line))
      .map((line) => line.replace(/:.*?: /, ': ').replace(/: .*/, ''));
  };

  beforeAll(async () => {
    await setTimeout(2600); // what has just been written is not remembered
    expect(report()).toEqual(['p7/a.go']);
    expect(readdirSync(cache).length).toBe(1);
  });

  test('a second run says the same', () => {
    expect(report()).toEqual(['p7/a.go']);
  });

  test('a file is changed, and neither its size nor its time shows it', async () => {
    const file = join(dir, 'p8', 'a.go');
    const leak = leakyFile('wait');
    write(dir, { 'p8/a.go': leak.replace('time.NewTicker', 'time.NewTimerr') });
    await setTimeout(2600);
    expect(report()).toEqual(['p7/a.go']);
    const { mtime, size } = statSync(file);
    writeFileSync(file, leak.padEnd(size));
    utimesSync(file, mtime, mtime);
    expect(statSync(file)).toMatchObject({ mtime, size });
    expect(report()).toEqual(['p7/a.go', 'p8/a.go']);
  });

  test('a file comes, and another one goes', () => {
    write(dir, { 'p9/b.go': leakyFile('wait') });
    expect(report()).toContain('p9/b.go');
    writeFileSync(join(dir, 'p9', 'b.go'), clean);
    expect(report()).not.toContain('p9/b.go');
  });

  test('go.mod, the configuration and flags count', () => {
    write(dir, { 'go.mod': goMod.replace(/^go .*/m, 'go 1.23') });
    expect(run(dir, '--cache', cache).out).toContain('note: ');
    write(dir, { 'go.mod': goMod });
    expect(run(dir, '--cache', cache).out).not.toContain('note: ');
    write(dir, { '.golint-leaks.yaml': 'rules: {ticker-not-stopped: error}\n' });
    expect(run(dir, '--cache', cache).out).toContain('error: ');
    write(dir, { '.golint-leaks.yaml': 'exclude: [p7]\n' });
    expect(report()).not.toContain('p7/a.go');
    write(dir, { '.golint-leaks.yaml': '' });
    expect(report('--rule', 'blocked-send')).toEqual([]);
    expect(report()).toContain('p7/a.go');
  });

  test('paths are those of the working directory', () => {
    const { out } = run(join(dir, 'p7'), '--cache', cache, '../...');
    expect(out).toMatch(/^a\.go:\d/m);
  });
});

test('--cache off keeps nothing, and --cache with a file in its place is no reason to fail', () => {
  const dir = folder({
    'go.mod': goMod,
    ...Object.fromEntries(names.map((name) => [`${name}/a.go`, clean])),
    taken: '',
  });
  expect(run(dir, '--cache', 'taken').code).toBe(0);
  expect(run(dir, '--cache', 'off').code).toBe(0);
  expect(readdirSync(dir)).not.toContain('off');
});

describe('a result that asked the module', () => {
  const monitor = `package monitor

import "time"

func Watch(name string) {
	go func() {
		for {
			time.Sleep(time.Minute)
			println(name)
		}
	}()
}
`;
  const main = 'package main\n\nimport "example.com/m/internal/monitor"\n\nfunc main() { monitor.Watch("x") }\n';
  const handler = `package main

import (
	"net/http"

	"example.com/m/internal/monitor"
)

func main() {
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { monitor.Watch("x") })
}
`;

  test('goes stale with what it looked at', async () => {
    const dir = folder({
      'go.mod': 'module example.com/m\n\ngo 1.22\n',
      ...Object.fromEntries(names.map((name) => [`${name}/a.go`, clean])),
      'internal/monitor/monitor.go': monitor,
      'main.go': main,
    });
    const cache = folder();
    const report = (): string => run(dir, '--cache', cache).out;
    await setTimeout(2600);
    expect(report()).toBe('');
    expect(report()).toBe('');
    write(dir, { 'main.go': handler });
    expect(report()).toContain('internal/monitor/monitor.go');
    await setTimeout(2600);
    expect(report()).toContain('internal/monitor/monitor.go');
    write(dir, {
      'main.go': main,
      'p3/a.go': 'package p\n\nimport "example.com/m/internal/monitor"\n\nfunc init() { for { monitor.Watch("x") } }\n',
    });
    expect(report()).toContain('internal/monitor/monitor.go');
  });
});

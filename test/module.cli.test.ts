import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Files } from './built-program.ts';
import { folder, git, run, runProcess } from './built-program.ts';

const goMod = 'module example.com/m\n\ngo 1.22\n';

/** A module whose verdicts hang on each other's packages. */
const shop: Files = {
  'go.mod': goMod,
  'main.go': `package main

import (
	"net/http"

	"example.com/m/internal/poll"
	"example.com/m/web"
)

func main() {
	poll.Start("stock")
	http.ListenAndServe(":80", &web.Site{Client: http.DefaultClient})
}
`,
  'internal/poll/poll.go': `package poll

import "time"

func Start(name string) {
	go func() {
		for {
			time.Sleep(time.Minute)
			println(name)
		}
	}()
}

func Each(name string) {
	go func() {
		for {
			time.Sleep(time.Minute)
			println(name)
		}
	}()
}
`,
  'fetch/fetch.go': `package fetch

import "net/http"

type Getter interface {
	Page(url string) (*http.Response, error)
}

func Open(client *http.Client, url string) (*http.Response, error) { return client.Get(url) }

type Closed struct{ Client *http.Client }

func (c Closed) Page(url string) (*http.Response, error) {
	resp, err := c.Client.Get(url)
	if err != nil {
		return nil, err
	}
	resp.Body.Close()
	return resp, nil
}
`,
  'web/web.go': `package web

import (
	"net/http"

	"example.com/m/fetch"
	"example.com/m/internal/poll"
)

type Site struct {
	Client *http.Client
	pages  fetch.Getter
}

func (s *Site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	poll.Each(r.URL.Path)
	resp, err := fetch.Open(s.Client, "http://stock")
	if err != nil {
		return
	}
	w.WriteHeader(resp.StatusCode)
}

func (s *Site) known(url string) bool {
	resp, err := s.pages.Page(url)
	if err != nil {
		return false
	}
	return resp.StatusCode == http.StatusOK
}
`,
};

const folders = ['internal/poll', 'fetch', 'web', '.'];

interface Found {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly level: string;
}

/** What is found, in whatever order, as `path:line level rule`. */
function found(dir: string, ...args: readonly string[]): readonly string[] {
  const start = args.includes('--threads') ? runProcess : run;
  const { out, err } = start(dir, '--format', 'json', '--fail-on', 'never', '--cache', 'off', ...args);
  expect(err).not.toContain('error');
  const { findings }: { findings: readonly Found[] } = JSON.parse(out);
  return findings.map(({ path, line, level, rule }) => `${path}:${line} ${level} ${rule}`).toSorted();
}

describe('the answer is the same whatever was named', () => {
  const dir = folder(shop);
  const all = ['internal/poll/poll.go:16 warning goroutine-without-exit', 'web/web.go:17 warning resource-not-closed'];

  test('all at once, with one thread and with several', () => {
    expect(found(dir, '--threads', '1', './...')).toEqual(all);
    expect(found(dir, '--threads', '3', './...')).toEqual(all);
    expect(found(dir, '--threads', '1', '--no-prefilter', './...')).toEqual(all);
  });

  test('folder by folder, file by file, in whatever order', () => {
    expect(folders.flatMap((each) => found(dir, each)).toSorted()).toEqual(all);
    const files = Object.keys(shop).filter((name) => name.endsWith('.go'));
    expect(files.flatMap((each) => found(dir, each)).toSorted()).toEqual(all);
    expect(found(dir, ...files.toReversed())).toEqual(all);
  });

  test('from within a folder of it', () => {
    expect(found(join(dir, 'web'), '.')).toEqual(['web.go:17 warning resource-not-closed']);
  });
});

describe('modules that mean harm, or are broken', () => {
  const user = (path: string): string => `package a

import (
	"net/http"

	"${path}"
)

func F(client *http.Client) int {
	resp, err := client.Get("http://x")
	if err != nil {
		return 0
	}
	b.Done(resp)
	return 1
}
`;
  const closing = 'package b\n\nimport "net/http"\n\nfunc Done(resp *http.Response) { resp.Body.Close() }\n';
  const looking = closing.replace('resp.Body.Close()', 'println(resp.Status)');
  const leak = ['a/a.go:10 warning resource-not-closed'];

  test('what the helper does counts', () => {
    expect(found(folder({ 'go.mod': goMod, 'a/a.go': user('example.com/m/b'), 'b/b.go': closing }), './...')).toEqual(
      [],
    );
    expect(found(folder({ 'go.mod': goMod, 'a/a.go': user('example.com/m/b'), 'b/b.go': looking }), './...')).toEqual(
      leak,
    );
  });

  test('nothing is read above the checkout, by whatever way', () => {
    const around = folder({
      'b/b.go': looking,
      'b/go.mod': 'module example.com/b\n',
      'r/go.mod': `${goMod}\nreplace example.com/b => ../b\n`,
      'r/a/a.go': user('example.com/b'),
      's/go.mod': goMod,
      's/go.work': 'go 1.22\n\nuse (\n\t.\n\t../b\n)\n',
      's/a/a.go': user('example.com/b'),
      't/go.mod': goMod,
      't/a/a.go': user('example.com/m/b'),
      'u/go.mod': goMod,
      'u/a/a.go': user('example.com/m/b'),
      'u/b/x.txt': '',
    });
    symlinkSync(join(around, 'b'), join(around, 't', 'b'));
    symlinkSync(join(around, 'b', 'b.go'), join(around, 'u', 'b', 'b.go'));
    for (const each of ['r', 's', 't', 'u']) {
      git(join(around, each), 'init', '-q');
      expect(found(join(around, each), './...'), each).toEqual([]); // what Done does is not known, and so it is silent
    }
  });

  test('a link within the checkout is read', () => {
    const dir = folder({ 'go.mod': goMod, 'a/a.go': user('example.com/m/b'), 'real/b.go': looking });
    git(dir, 'init', '-q');
    symlinkSync(join(dir, 'real'), join(dir, 'b'));
    expect(found(dir, './a')).toEqual(leak);
  });

  test.each<readonly [string, Files]>([
    [
      'import cycles',
      {
        'a/a.go': user('example.com/m/b'),
        'b/b.go': closing.replace('import "net/http"', 'import (\n\t"net/http"\n\n\t_ "example.com/m/a"\n)'),
      },
    ],
    ['a package that imports itself', { 'a/a.go': user('example.com/m/a').replaceAll('b.Done', 'a.Done') }],
    ['two packages of one folder', { 'a/a.go': user('example.com/m/b'), 'b/b.go': looking, 'b/c.go': 'package c\n' }],
    [
      'a module inside of a module',
      { 'a/a.go': user('example.com/m/b'), 'b/b.go': looking, 'b/go.mod': 'module example.com/other\n' },
    ],
    [
      'a replacement of the module by itself',
      { 'go.mod': `${goMod}\nreplace example.com/m => ./\n`, 'a/a.go': user('example.com/m/b'), 'b/b.go': closing },
    ],
    [
      'replacements in a circle',
      {
        'go.mod': `${goMod}\nreplace example.com/n => ./n\n`,
        'a/a.go': user('example.com/n/b'),
        'n/go.mod': 'module example.com/n\n\nreplace example.com/n => ../\n',
        'n/b/b.go': closing,
      },
    ],
    [
      'a go.mod that is no text',
      { 'go.mod': `module \0\n${'('.repeat(100_000)}`, 'a/a.go': user('example.com/m/b'), 'b/b.go': looking },
    ],
    ['an import of everything above', { 'a/a.go': user('example.com/m/../../../../../../etc'), 'b/b.go': looking }],
    [
      'a package of a thousand aliases in a circle',
      {
        'a/a.go': user('example.com/m/b'),
        'b/b.go': `${closing}${Array.from({ length: 1000 }, (_, i) => `type T${i} = T${(i + 1) % 1000}\nvar V${i} = V${(i + 1) % 1000}\n`).join('')}`,
      },
    ],
  ])('%s: silence, and an end', (_, files) => {
    const began = performance.now();
    expect(found(folder({ 'go.mod': goMod, ...files }), './...')).toEqual([]);
    expect(performance.now() - began).toBeLessThan(20_000);
  });

  test('a module path that lies changes nothing for those that do not believe it', () => {
    const files = {
      'go.mod': 'module net\n',
      'a/a.go': user('example.com/m/b'),
      'b/b.go': looking,
      'http/http.go': 'package http\n\ntype Client struct{}\n',
    };
    expect(found(folder(files), './...')).toEqual([]);
  });

  test('a hundred modules', () => {
    const files = Object.fromEntries(
      Array.from(
        { length: 100 },
        (_, i) =>
          [
            [
              `m${i}/go.mod`,
              `module example.com/m${i}\n\ngo 1.22\n\nreplace example.com/m${(i + 1) % 100} => ../m${(i + 1) % 100}\n`,
            ],
            [
              `m${i}/a.go`,
              user(`example.com/m${(i + 1) % 100}`)
                .replaceAll('b.Done', `m${(i + 1) % 100}.Done`)
                .replace('package a', `package m${i}`),
            ],
          ] as const,
      ).flat(),
    );
    const dir = folder(files);
    git(dir, 'init', '-q');
    expect(found(dir, './...')).toEqual([]);
  });
});

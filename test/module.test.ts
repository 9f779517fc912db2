import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { analyze } from '../src/analyze.ts';
import { surroundingsOf } from '../src/workspace/surroundings.ts';
import { parser } from './parse-go.ts';
import { layoutOf, packageIn } from './workspace/open-module.ts';

/** What is found in the package in a folder, with the module around it: `file:line level rule`. */
function found(dir: string, files: Readonly<Record<string, string>>): readonly string[] {
  const surroundings = surroundingsOf(`/r/${dir}`, layoutOf(files), { folders: new Set(), trees: new Set() });
  const { findings } = analyze(parser, packageIn(dir, files), { rules, all: true, wanted: 'high' }, surroundings);
  return findings.map(({ location, level, rule }) => `${location.path}:${location.line} ${level} ${rule}`);
}

const mod = { 'go.mod': 'module example.com/m\n\ngo 1.22\n' };

describe('a verdict that hangs on another package', () => {
  const fetch = `package fetch

import "net/http"

var client = &http.Client{}

func Page(url string) (*http.Response, error) {
	return client.Get(url)
}

func Text(url string) (*http.Response, error) {
	resp, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return resp, nil
}
`;
  const status = (call: string): string => `package update

import (
	"net/http"

	"example.com/m/fetch"
)

func status(url string, client *http.Client) (int, error) {
	resp, err := ${call}
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

var _ = fetch.Page
`;
  const files = (call: string): Readonly<Record<string, string>> => ({
    ...mod,
    'fetch/fetch.go': fetch,
    'update/update.go': status(call),
  });

  test('a function that hands an open response out gives it to its caller', () => {
    expect(found('update', files('client.Get(url)'))).toEqual(['update/update.go:10 warning resource-not-closed']);
    expect(found('update', files('fetch.Page(url)'))).toEqual(['update/update.go:10 warning resource-not-closed']);
  });

  test('one that has closed it does not', () => {
    expect(found('update', files('fetch.Text(url)'))).toEqual([]);
  });

  const ledger = (kept: string): string => `package ledger

import (
	"io"
	"os"
)

type Ledger struct {
	text []byte
	file *os.File
}

type Shelf struct{}

func (Shelf) Open(name string) (*Ledger, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	text, err := io.ReadAll(file)
	if err != nil {
		file.Close()
		return nil, err
	}
	${kept}
}

func (l *Ledger) Close() error { return l.file.Close() }

func (l *Ledger) Size() int { return len(l.text) }
`;
  const size = (rest: string): string => `package audit

import "example.com/m/ledger"

func size(shelf ledger.Shelf, name string) (int, error) {
	l, err := shelf.Open(name)
	if err != nil {
		return 0, err
	}
	${rest}
}
`;

  test('a value that closes what a function of another package put into it is closed by its caller', () => {
    const files = (kept: string, rest: string): Readonly<Record<string, string>> => ({
      ...mod,
      'ledger/ledger.go': ledger(kept),
      'audit/audit.go': size(rest),
    });
    const open = 'return &Ledger{text: text, file: file}, nil';
    const closed = 'return &Ledger{text: text}, file.Close()';
    expect(found('audit', files(open, 'return l.Size(), nil'))).toEqual(['audit/audit.go:6 warning resource-not-closed']);
    expect(found('audit', files(open, 'defer l.Close()\n\treturn l.Size(), nil'))).toEqual([]);
    expect(found('audit', files(closed, 'return l.Size(), nil'))).toEqual([]);
  });

  test('an argument that a function of another package closes is closed', () => {
    const drain = 'package fetch\n\nimport "net/http"\n\nfunc Drain(resp *http.Response) { resp.Body.Close() }\nfunc Look(resp *http.Response) { println(resp.Status) }\nvar Page = 1\n';
    const call = (name: string): Readonly<Record<string, string>> => ({
      ...files('client.Get(url)'),
      'fetch/fetch.go': drain,
      'update/update.go': status('client.Get(url)').replace(
        '\treturn resp.S',
        `\tfetch.${name}(resp)\n\treturn resp.S`,
      ),
    });
    expect(found('update', call('Drain'))).toEqual([]);
    expect(found('update', call('Look'))).toEqual(['update/update.go:10 warning resource-not-closed']);
  });

  test('what main does once, at the end of whatever calls, is a note', () => {
    const export_ = `package export

func Run(limit <-chan int) error {
	failed := make(chan error)
	go func() {
		failed <- nil
	}()
	select {
	case err := <-failed:
		return err
	case <-limit:
		return nil
	}
}
`;
    const main = (call: string): Readonly<Record<string, string>> => ({
      ...mod,
      'internal/export/export.go': export_,
      'main.go': `package main\n\nimport "example.com/m/internal/export"\n\nfunc main() { ${call} }\n`,
    });
    expect(found('internal/export', main('export.Run(nil)'))).toEqual([
      'internal/export/export.go:6 note blocked-send',
    ]);
    expect(found('internal/export', main('for { export.Run(nil) }'))).toEqual([
      'internal/export/export.go:6 warning blocked-send',
    ]);
  });

  test('a deadline that is set where the connection is made bounds the handshake', () => {
    const line = (set: string): string => `package line

import (
	"net"
	"time"
)

const patience = time.Second

type Link struct{ Conn net.Conn }

type Wire struct{ net.Conn }

func NewWire(conn net.Conn) (*Wire, error) {
	${set}
	return &Wire{conn}, nil
}

func To(addr string) (net.Conn, error) {
	conn, err := net.DialTimeout("tcp", addr, patience)
	if err != nil {
		return nil, err
	}
	${set}
	return conn, nil
}

func New(conn net.Conn) *Link {
	${set}
	return &Link{conn}
}
`;
    const user = (conn: string): string => `package a

import (
	"crypto/tls"

	"example.com/m/line"
)

type session struct {
	link *line.Link
	wire *line.Wire
}

func (s *session) secure(config *tls.Config) error {
	conn, err := line.To("x")
	if err != nil {
		return err
	}
	defer conn.Close()
	secure := tls.Client(${conn}, config)
	return secure.Handshake()
}
`;
    const of = (conn: string, set: string): readonly string[] =>
      found('a', { ...mod, 'line/line.go': line(set), 'a/a.go': user(conn) });
    expect(of('conn', 'conn.SetDeadline(time.Now().Add(patience))')).toEqual([]);
    expect(of('s.link.Conn', 'conn.SetDeadline(time.Now().Add(patience))')).toEqual([]);
    expect(of('s.wire', 'conn.SetDeadline(time.Now().Add(patience))')).toEqual([]);
    expect(of('conn', 'println(patience)')).toEqual(['a/a.go:21 warning dial-without-timeout']);
    expect(of('s.link.Conn', 'println(patience)')).toEqual(['a/a.go:21 warning dial-without-timeout']);
    expect(of('s.wire', 'println(patience)')).toEqual(['a/a.go:21 warning dial-without-timeout']);
  });

  test('a function of another package that ends the process ends a way', () => {
    const die = { 'die/die.go': 'package die\n\nimport "os"\n\nfunc Now() { os.Exit(1) }\nfunc Later() {}\n' };
    const code = (call: string): string => `package a\n\nimport (\n\t"os"\n\n\t"example.com/m/die"\n)\n\nfunc F(path string) error {\n\tf, err := os.Open(path)\n\tif err != nil {\n\t\treturn err\n\t}\n\tif path == "" {\n\t\tdie.${call}()\n\t\treturn nil\n\t}\n\treturn f.Close()\n}\n`;
    expect(found('a', { ...mod, ...die, 'a/a.go': code('Now') })).toEqual([]);
    expect(found('a', { ...mod, ...die, 'a/a.go': code('Later') })).toEqual(['a/a.go:10 warning resource-not-closed']);
  });
});

describe('keys that another package brings', () => {
  const hits = `package hits

import "sync"

type Key struct{ Client, Path string }

type Counter struct {
	mu     sync.Mutex
	counts map[Key]int
}

HELD

func (c *Counter) Hit(k Key) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.counts[k]++
}
`;
  const site = (key: string): string => `package site

import (
	"net/http"

	"example.com/m/hits"
)

func counted(counter *hits.Counter, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		counter.Hit(${key})
		next.ServeHTTP(w, r)
	})
}
`;
  const inModule = (held: string, key: string): readonly string[] =>
    found('hits', { ...mod, 'hits/hits.go': hits.replace('HELD', held), 'site/site.go': site(key) });
  const one = 'var Default = &Counter{counts: map[Key]int{}}';

  test('make the map grow that they are put into', () => {
    expect(inModule(one, 'hits.Key{Client: r.RemoteAddr, Path: r.URL.Path}')).toEqual([
      'hits/hits.go:17 warning unbounded-global-map',
    ]);
    expect(inModule('func New() *Counter { return &Counter{counts: map[Key]int{}} }', 'hits.Key{Client: r.RemoteAddr}'))
      .toEqual(['hits/hits.go:17 warning unbounded-global-map']);
    expect(inModule(one, 'hits.Key{Path: r.Method}')).toEqual([]);
    expect(inModule(one, 'hits.Key{Path: "/"}')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { rules } from '../../../rules/index.ts';
import { analyze } from '../../../src/analyze.ts';
import { parser } from '../../parse-go.ts';

/** What is said of a package: `level confidence` of each finding, by default those of high confidence. */
function said(text: string): readonly string[] {
  const files = [{ path: 'a.go', text: `package p\n\n${text}\n`, report: true }];
  const { findings } = analyze(
    parser,
    { name: 'p', files, go: { version: '1.22', toolchain: undefined, godebug: {} } },
    { rules, all: true },
  );
  return findings.map(({ level, confidence }) => `${level} ${confidence}`);
}

/** A struct of this name with a map, which a function of its package makes, and a method that puts something in. */
function field(type: string, method: string): string {
  return (
    `import (\n\t"net"\n\t"sync"\n)\n\ntype ${type} struct {\n\tmu sync.Mutex\n\tm  map[K]int\n}\n\n`.replace(
      'K',
      method.includes('net.Conn') ? 'net.Conn' : 'string',
    ) + `func New() *${type} { return &${type}{} }\n\nfunc (x *${type}) ${method}\n`
  );
}

describe('what is said by default, and what is said with --strict', () => {
  it.each([
    [
      'a manager lives as long as what it manages, though nobody is seen to hold it',
      field('SessionManager', 'Open(userID string) { x.m[userID] = 1 }'),
      ['warning medium'],
    ],
    [
      'of other values there may be many',
      field('Exchange', 'Open(userID string) { x.m[userID] = 1 }'),
      ['note medium'],
    ],
    [
      'a connection as the key, in what may be there for one',
      field('Greetings', 'Store(key net.Conn) { x.m[key] = 1 }'),
      ['note medium'],
    ],
    ['plugins are made again and again', field('quotaPlugin', 'Open(userID string) { x.m[userID] = 1 }'), []],
  ])('%s', (_, text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it.each([
    ['userID string', 'userID', ['warning high']],
    ['token string', 'token', ['warning medium']], // may be a currency, or a word of a language
    ['accessToken string', 'accessToken', ['warning high']],
    ['id string', 'id', ['warning medium']], // nothing says of what
    ['remote string', 'remote', ['warning medium']], // as often as not one that was configured
    ['remoteAddr string', 'remoteAddr', ['warning high']],
    ['subscriptionID string', 'subscriptionID', ['warning medium']], // of a cloud, or of a client
    ['jobName string', 'jobName', ['note medium']],
    ['sessionID string', 'sessionID', ['warning high']],
    ['jobID string', 'jobID', ['warning medium']], // a program has jobs of its own
    ['accountID string', 'accountID', ['warning medium']], // and accounts
    ['c *Config', 'c.UserID', ['note medium']],
    ['w *work', 'w.Config.UserID', ['note medium']],
  ])('f(%s) counts under %s', (parameter, key, expected) => {
    expect(
      said(
        `type Config struct{ UserID string }\n\ntype work struct{ Config Config }\n\nvar m = map[string]int{}\n\nfunc f(${parameter}) { m[${key}]++ }`,
      ),
    ).toEqual(expected);
  });

  it('believes of who only stores what it is told that it may be told for a few, unless a request tells', () => {
    const text = (more: string): string =>
      `import "net/http"\n\nvar m = map[string]int{}\n\nfunc Keep(userID string, n int) { m[userID] = n }\n${more}`;
    expect(said(text('\nvar _ http.Handler\n'))).toEqual(['note medium']);
    expect(said(text('').replaceAll('userID', 'accountID'))).toEqual(['note medium']);
    expect(
      said(text('\nfunc serve(w http.ResponseWriter, r *http.Request) { Keep(r.FormValue("user"), 1) }\n')),
    ).toEqual(['warning high']);
  });

  it('takes the function that a literal is given to for what it is called with', () => {
    const text = (called: string): string =>
      `var m = map[string]int{}\n\nfunc f(x events) {\n\tx.${called}(func(id string) { m[id] = 1 })\n}\n\ntype events interface{ ${called}(func(string)) }`;
    expect(said(text('OnNewPeerConnection'))).toEqual(['warning high']);
    expect(said(text('Visited'))).toEqual(['note medium']);
  });

  it('takes the requests that a program sends for its own', () => {
    const text = (name: string, more = ''): string =>
      `import "net/http"\n\nvar m = map[string]int{}\n\nfunc ${name}(r *http.Request${more}) { m[r.URL.Path] = 1 }`;
    expect(said(text('RoundTrip'))).toEqual(['note medium']);
    expect(said(text('Check', ', resp *http.Response'))).toEqual(['note medium']);
    expect(said(text('Reply'))).toEqual(['warning high']);
  });

  it('takes the clients and sessions of other packages for its own', () => {
    const text = (head: string, type: string): string =>
      `${head}\n\nvar m = map[*${type}]int{}\n\nfunc f(c *${type}) { m[c]++ }`;
    const id =
      'import "example.com/model"\n\nvar m = map[string]int{}\n\nfunc f(session *model.Session) { m[session.ID]++ }';
    expect(said(id)).toEqual(['warning high']);
    expect(said(text('import "example.com/api"', 'api.Client'))).toEqual([]);
    expect(said(text('import "example.com/exchange"', 'exchange.Session'))).toEqual([]);
    expect(said(text('import "example.com/ssh"', 'ssh.Session'))).toEqual(['warning high']);
    expect(said(text('import "example.com/websocket"', 'websocket.Client'))).toEqual(['warning high']);
    expect(said(text('type Client struct{}', 'Client'))).toEqual(['warning high']);
  });

  it('takes the accounts that a program logs in with for its own', () => {
    const text = (called: string): string =>
      `var m = map[string]any{}\n\nfunc f(userID string, x api) {\n\tif m[userID] == nil {\n\t\tm[userID] = x.${called}(userID)\n\t}\n}\n\ntype api interface{ ${called}(string) any }`;
    expect(said(text('Login'))).toEqual(['note medium']);
    expect(said(text('Find'))).toEqual(['warning high']);
  });

  it('is sure of what a request brings to a service, however it is called, and not of what only a connection does', () => {
    const text = (head: string, method: string): string =>
      `import (\n\t"net"\n\t"net/http"\n\t"sync"\n)\n\ntype Counted struct {\n\tmu sync.Mutex\n\tm map[string]int\n}\n\nfunc New() *Counted { return &Counted{m: map[string]int{}} }\n\nfunc (x *Counted) ${head} { ${method} }\n\nvar _ net.Conn\nvar _ http.Handler`;
    expect(said(text('ServeHTTP(w http.ResponseWriter, r *http.Request)', 'x.m[r.Header.Get("X")]++'))).toEqual([
      'warning high',
    ]);
    expect(said(text('ServeHTTP(w http.ResponseWriter, r *http.Request)', 'x.m[r.RemoteAddr]++'))).toEqual([
      'warning high',
    ]);
    expect(said(text('Serve(conn net.Conn)', 'x.m[conn.RemoteAddr().String()]++'))).toEqual(['note medium']);
    expect(
      said(text('ServeHTTP(w http.ResponseWriter, r *http.Request)', 'tenant := r.FormValue("x"); x.m[tenant]++')),
    ).toEqual([]);
  });

  it('is sure of fresh keys only where a request or a loop without end brings them', () => {
    const text = (more: string): string =>
      `import (\n\t"crypto/rand"\n\t"net/http"\n)\n\nvar m = map[string]int{}\n\nfunc add() { m[rand.Text()]++ }\n\nvar _ http.Handler\n${more}`;
    expect(said(text('func serve(w http.ResponseWriter, r *http.Request) { add() }'))).toEqual(['warning high']);
    expect(
      said(text('func run(in chan int) {\n\tfor {\n\t\t<-in\n\t\tadd()\n\t}\n}\n\nfunc init() { go run(nil) }')),
    ).toEqual(['warning high']);
    expect(said(text('func Add() { add() }'))).toEqual([]);
    expect(said(text('func init() { add() }'))).toEqual([]);
  });
});

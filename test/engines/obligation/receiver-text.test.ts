import { describe, expect, test } from 'vitest';
import { receiverTest } from '../../../src/engines/obligation/receiver-text.ts';
import { packageModel } from '../../../src/model/package-model.ts';
import { loadParser } from '../../../src/syntax/parser.ts';

const parser = await loadParser();

/** Whether what `Get` is called on in the last function of a file may be an HTTP client, by the text. */
function mayBeClient(...lines: readonly string[]): boolean {
  const text = ['package p', 'import "net/http"', ...lines].join('\n');
  const go = { version: '1.22', toolchain: undefined, godebug: {} };
  const model = packageModel(parser, { name: 'p', files: [{ path: 'p.go', text, report: true }], go });
  const mayReceive = receiverTest(model, ['(*net/http.Client).Get']);
  const declaration = text.slice(text.lastIndexOf('\nfunc ') + 1);
  return mayReceive('Get', declaration, declaration.lastIndexOf('.Get('));
}

describe('what a method is called on may be of its type', () => {
  test.each<[string, readonly string[]]>([
    ['a parameter', ['func f(c *http.Client) {', '\tr, err := c.Get(u)', '}']],
    ['a literal', ['func f() {', '\tc := &http.Client{}', '\tr, err := c.Get(u)', '}']],
    ['a variable of another package', ['func f() {', '\tr, err := http.DefaultClient.Get(u)', '}']],
    ['a field', ['type s struct {', '\ta, client *http.Client // ours', '}', 'func f(x s) {', '\tr, err := x.client.Get(u)', '}']],
    ['an embedded field', ['type s struct {', '\t*http.Client', '}', 'func f(x s) {', '\tr, err := x.Client.Get(u)', '}']],
    ['a result', ['func (x *s) client(', '\ta int,', ') *http.Client {', '\treturn nil', '}', 'func f(x *s) {', '\tr, err := x.client(1).Get(u)', '}']],
    ['a result in a variable', ['func newClient() *http.Client {', '\treturn nil', '}', 'func f() {', '\tc := newClient()', '\td := c', '\tr, err := d.Get(u)', '}']],
    ['an element', ['type all []*http.Client', 'var clients all', 'func f() {', '\tfor _, c := range clients {', '\t\tr, err := c.Get(u)', '\t}', '}']],
    ['the result of a function of a named type', ['type maker func() *http.Client', 'func f(m maker) {', '\tr, err := m().Get(u)', '}']],
    ['what a type switch says', ['func f(x any) {', '\tswitch c := x.(type) {', '\tcase *http.Client:', '\t\tr, err := c.Get(u)', '\t}', '}']],
    ['what stands in brackets', ['func f(c any) {', '\tr, err := (*g(")")).Get(u)', '}']],
    ['a chain that goes on', ['func (b *b) build() *http.Client {', '\treturn nil', '}', 'func f() {', '\tc := with(b{', '\t\tx: 1,', '\t}).', '\t\tbuild()', '\tr, err := c.Get(u)', '}']],
  ])('%s', (_, lines) => expect(mayBeClient(...lines)).toBe(true));
});

describe('what a method is called on is certainly not of its type', () => {
  test.each<[string, readonly string[]]>([
    ['a package variable of a type of its own', ['var sys *System', 'func f() {', '\tc := &http.Client{}', '\tv, err := sys.Get(c)', '}']],
    ['the receiver', ['func (sys *System) f(c *http.Client) {', '\tv, err := sys.Get(c)', '}']],
    ['a result of another type', ['func newCache(c *http.Client) *Cache {', '\treturn nil', '}', 'func f(c *http.Client) {', '\tx := newCache(c)', '\tv, err := x.Get(c)', '}']],
    ['only a comment says so', ['type s struct {', '\tcache *Cache // not an http.Client', '}', 'func f(x s) {', '\tv, err := x.cache.Get(u)', '}']],
  ])('%s', (_, lines) => expect(mayBeClient(...lines)).toBe(false));
});
